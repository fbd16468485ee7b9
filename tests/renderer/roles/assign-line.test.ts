import { describe, expect, it } from 'vitest'
import { assignKeyAction, gapAfter, readAssignLine } from '../../../src/renderer/features/roles/assign-line'
import { type CustomRoleId, newId } from '../../../src/shared/domain/ids'
import { roleSlots } from '../../../src/shared/domain/responders'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'

const dba = newId<CustomRoleId>()
const words = { name: 'Database', letters: 'DB', duties: [], operates: true }
const { incident } = story.recordOf([
  story.declared(),
  kinds['role-defined'].draft({ role: dba, ...words }, story.minute(1), story.ada),
])
const seats = roleSlots(incident)
const comms = { role: 'comms', deputy: false } as const

describe('the line that assigns', () => {
  it.each([
    ['jo', { role: 'comms', deputy: false, name: 'jo' }],
    ['tl jo', { role: 'tech', deputy: false, name: 'jo' }],
    ['TL  Jonas Lindqvist', { role: 'tech', deputy: false, name: 'Jonas Lindqvist' }],
    ['ic+ mei', { role: 'ic', deputy: true, name: 'mei' }],
    ['db ', { role: dba, deputy: false, name: '' }],
    ['tl', { role: 'comms', deputy: false, name: 'tl' }],
    ['al gore', { role: 'comms', deputy: false, name: 'al gore' }],
    ['ic tl smith', { role: 'ic', deputy: false, name: 'tl smith' }],
    ['tl -', { role: 'tech', deputy: false, name: '-', frees: true }],
    ['-', { role: 'comms', deputy: false, name: '-', frees: true }],
  ])('[RO11] reads “%s”', (text, meaning) => {
    expect(readAssignLine(text, seats, comms)).toEqual({ frees: false, ...meaning })
  })

  it('[RO12] finds the next gap in the order of the roles, then from the top', () => {
    expect(gapAfter('ic', seats, ['ic', 'comms', dba])).toBe('comms')
    expect(gapAfter('comms', seats, ['ic', 'comms', dba])).toBe(dba)
    expect(gapAfter(dba, seats, ['ic', dba])).toBe('ic')
    expect(gapAfter('ic', seats, ['ic'])).toBeUndefined()
  })
})

describe('keys of the line that assigns', () => {
  const press = (key: string, more: object = {}) => ({
    ...{ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false },
    ...more,
  })
  const empty = { name: '', offered: 3, pointed: null }

  it('[RO11] a digit chooses until a name is typed, and 0 is this user', () => {
    expect(assignKeyAction(press('2'), empty)).toEqual({ kind: 'choose', at: 1 })
    expect(assignKeyAction(press('0'), empty)).toEqual({ kind: 'me' })
    expect(assignKeyAction(press('2'), { ...empty, name: 'Unit ' })).toBeUndefined()
  })

  it('[RO11] a key held down, or with Ctrl, assigns nobody', () => {
    expect(assignKeyAction(press('Enter', { repeat: true }), empty)).toEqual({ kind: 'nothing' })
    expect(assignKeyAction(press('1', { repeat: true }), empty)).toEqual({ kind: 'nothing' })
    expect(assignKeyAction(press('1', { ctrlKey: true }), empty)).toBeUndefined()
  })

  it('the arrows wrap around', () => {
    expect(assignKeyAction(press('ArrowDown'), empty)).toEqual({ kind: 'point', at: 0 })
    expect(assignKeyAction(press('ArrowUp'), empty)).toEqual({ kind: 'point', at: 2 })
    expect(assignKeyAction(press('ArrowDown'), { ...empty, pointed: 2 })).toEqual({ kind: 'point', at: 0 })
    expect(assignKeyAction(press('ArrowDown'), { ...empty, offered: 0 })).toEqual({ kind: 'nothing' })
  })
})
