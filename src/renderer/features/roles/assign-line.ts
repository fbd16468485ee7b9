import type { KeyboardEvent } from 'react'
import type { RoleKey } from '../../../shared/domain/people'
import type { RoleSlot } from '../../../shared/domain/responders'

/** What is to be filled: a role, or its deputy. */
export interface AssignTarget {
  readonly role: RoleKey
  readonly deputy: boolean
}

/** What a typed line means: `tl jo` assigns a person as tech lead, `ic+ mei` a deputy of the IC, `-` unassigns. */
export interface AssignLine extends AssignTarget {
  readonly name: string
  /** The role is to be unassigned. */
  readonly frees: boolean
}

/**
 * [RO11] Reads the line. A role's letters and a space in front of the name choose that role.
 * @param target the role asked for where the line names none
 */
export function readAssignLine(text: string, seats: readonly RoleSlot[], target: AssignTarget): AssignLine {
  const [, letters = '', plus = '', rest = ''] = /^\s*([\p{L}\d]{2,3})(\+?) +(.*)$/u.exec(text) ?? []
  const seat = seats.find(known => known.letters === letters.toUpperCase())
  const chosen = seat === undefined ? target : { role: seat.key, deputy: plus === '+' }
  const name = (seat === undefined ? text : rest).trim()
  return { ...chosen, name, frees: name === '-' || name === '−' }
}

/**
 * [RO12] The role to ask for next: the first gap after this one, then from the top; undefined when all are filled.
 * @param gaps in the order of the roles
 */
export function gapAfter(role: RoleKey, seats: readonly RoleSlot[], gaps: readonly RoleKey[]): RoleKey | undefined {
  const order = seats.map(({ key }) => key)
  const open = gaps.filter(gap => gap !== role)
  return open.find(gap => order.indexOf(gap) > order.indexOf(role)) ?? open[0]
}

export type AssignKeyAction =
  | { readonly kind: 'enter' | 'me' | 'nothing' }
  | { readonly kind: 'point' | 'choose'; readonly at: number }

export interface AssignKeyState {
  /** The name as typed so far. */
  readonly name: string
  /** Number of candidates in the list. */
  readonly offered: number
  readonly pointed: number | null
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>

/** [RO11] What a key does in the line; undefined leaves it to the field. Digits choose until a name is typed. */
export function assignKeyAction(press: Press, { name, offered, pointed }: AssignKeyState): AssignKeyAction | undefined {
  const { key, ctrlKey, metaKey, altKey, repeat } = press
  if (ctrlKey || metaKey || altKey) return undefined
  // A key held down too long must not fill the next role as well.
  if (key === 'Enter') return { kind: repeat ? 'nothing' : 'enter' }
  if (key === 'ArrowDown') return pointTo(pointed === null ? 0 : pointed + 1, offered)
  if (key === 'ArrowUp') return pointTo(pointed === null ? -1 : pointed - 1, offered)
  if (name !== '' || !/^\d$/.test(key)) return undefined
  if (repeat) return { kind: 'nothing' }
  return key === '0' ? { kind: 'me' } : { kind: 'choose', at: Number(key) - 1 }
}

function pointTo(at: number, count: number): AssignKeyAction {
  return count === 0 ? { kind: 'nothing' } : { kind: 'point', at: (at + count) % count }
}
