import { expect, it } from 'vitest'
import { adoptable } from '../../../src/main/engine/method/method-store'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { clockChanges } from '../../../src/shared/domain/method/clock-changes'
import { shippedMethod, shippedRules } from '../../support/shipped-method'

const faster = adoptable(shippedMethod().current(), {
  checkpointMinutes: { ...defaultCadence.checkpointMinutes, 'SEV-3': 10 },
  firstUpdateMinutes: { ...defaultCadence.firstUpdateMinutes, 'SEV-3': 30 },
  updateMinutes: { ...defaultCadence.updateMinutes, 'SEV-3': null },
})

it('[MA4] what changing over means is named figure by figure', () => {
  expect(clockChanges({ method: shippedRules }, faster, 'SEV-3')).toEqual([
    { figure: 'checkpoint', from: 30, to: 10 },
    { figure: 'firstUpdate', from: 60, to: 30 },
    { figure: 'update', from: 120, to: null },
  ])
})

it('[MA4] it is nothing between equal rules', () => {
  expect(clockChanges({ method: shippedRules }, shippedRules, 'SEV-3')).toEqual([])
})

it('[MA4] of an incident from before there were methods each figure is new', () => {
  expect(clockChanges({ method: null }, shippedRules, 'SEV-1')).toEqual([
    { figure: 'checkpoint', from: undefined, to: 15 },
    { figure: 'firstUpdate', from: undefined, to: 5 },
    { figure: 'update', from: undefined, to: 30 },
  ])
})
