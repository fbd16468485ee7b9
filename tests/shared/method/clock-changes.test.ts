import { expect, it } from 'vitest'
import { adoptable } from '../../../src/main/engine/method/method-store'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { clockChanges } from '../../../src/shared/domain/method/clock-changes'
import type { AdoptedMethod } from '../../../src/shared/domain/method/method-rules'
import type { Severity } from '../../../src/shared/domain/severity'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'
import { shippedMethod, shippedRules } from '../../support/shipped-method'

const faster = adoptable(shippedMethod().current(), {
  checkpointMinutes: { ...defaultCadence.checkpointMinutes, 'SEV-3': 10 },
  firstUpdateMinutes: { ...defaultCadence.firstUpdateMinutes, 'SEV-3': 30 },
  updateMinutes: { ...defaultCadence.updateMinutes, 'SEV-3': null },
})

const { targets: _, ...withoutTargets } = shippedRules.rules
const before = { ...shippedRules, rules: withoutTargets }
const adopted = (method: AdoptedMethod) =>
  eventRegistry['method-adopted'].draft({ ...method, from: null }, story.minute(0), story.ada)
const incidentOf = (severity: Severity, method: AdoptedMethod | null, ...more: readonly EventDraft[]) =>
  story.recordOf([story.declared({ severity }), ...(method === null ? [] : [adopted(method)]), ...more]).incident
const now = story.minute(20)

it('[MA4] what changing over means is named figure by figure', () => {
  expect(clockChanges(incidentOf('SEV-3', shippedRules), faster, now)).toEqual([
    { figure: 'checkpoint', from: 30, to: 10 },
    { figure: 'firstUpdate', from: 60, to: 30 },
    { figure: 'update', from: 120, to: null },
  ])
})

it('[MA4] it is nothing between equal rules', () => {
  expect(clockChanges(incidentOf('SEV-3', shippedRules), shippedRules, now)).toEqual([])
})

it('[MA4] of an incident from before there were methods each figure is new', () => {
  expect(clockChanges(incidentOf('SEV-1', null), shippedRules, now)).toEqual([
    { figure: 'checkpoint', from: undefined, to: 15 },
    { figure: 'firstUpdate', from: undefined, to: 5 },
    { figure: 'update', from: undefined, to: 30 },
    { figure: 'firstResponse', from: undefined, to: 10 },
    { figure: 'commander', from: undefined, to: 0 },
  ])
})

it('[MA4] [RT2] targets that are new or nearer are named: none that is reached, and none while it is monitored', () => {
  const respond = { figure: 'firstResponse', from: undefined, to: 30 }
  const engage = { figure: 'commander', from: undefined, to: 30 }
  expect(clockChanges(incidentOf('SEV-2', before), shippedRules, now)).toEqual([respond, engage])
  expect(clockChanges(incidentOf('SEV-2', before, story.assigned(2, 'tech', 'Bo')), shippedRules, now)).toEqual([
    engage,
  ])
  const monitored = eventRegistry['status-changed'].draft(
    { from: 'investigating', to: 'monitoring', reason: '' },
    story.minute(3),
    story.ada,
  )
  expect(clockChanges(incidentOf('SEV-2', before, monitored), shippedRules, now)).toEqual([])
  const { levels } = shippedRules.rules
  const sooner = (commander: number) => ({
    ...shippedRules,
    rules: { ...shippedRules.rules, levels: { ...levels, 'SEV-2': { ...levels['SEV-2'], commander } } },
  })
  expect(clockChanges(incidentOf('SEV-2', shippedRules), sooner(5), now)).toEqual([
    { figure: 'commander', from: 30, to: 5 },
  ])
  // Counted from now it would be due later than it is.
  expect(clockChanges(incidentOf('SEV-2', shippedRules), sooner(15), now)).toEqual([])
})
