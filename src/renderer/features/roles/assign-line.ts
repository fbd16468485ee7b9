import type { Seat } from '../../../shared/domain/crew'
import type { RoleKey } from '../../../shared/domain/people'

/** What is to be filled: a role, or the place of its deputy. */
export interface Post {
  readonly role: RoleKey
  readonly deputy: boolean
}

/** What a typed line means: `tl jo` is somebody for tech lead, `ic+ mei` a deputy of the IC, `-` frees the post. */
export interface AssignLine extends Post {
  readonly name: string
  readonly frees: boolean
}

/**
 * [RO11] Reads the line. Letters of a role and a space before the name mean that role; without them it is for `post`.
 * @param post what is asked for where the line names no role
 */
export function readAssignLine(text: string, seats: readonly Seat[], post: Post): AssignLine {
  const [, letters = '', plus = '', rest = ''] = /^\s*([\p{L}\d]{2,3})(\+?) +(.*)$/u.exec(text) ?? []
  const seat = seats.find(known => known.letters === letters.toUpperCase())
  const named = seat === undefined ? text : rest
  const meant = seat === undefined ? post : { role: seat.key, deputy: plus === '+' }
  const name = named.trim()
  return { ...meant, name, frees: name === '-' || name === '−' }
}

/**
 * [RO12] The post to ask for next: the first gap after this one, then from the top; undefined where there is none.
 * @param gaps in the order of the roles
 */
export function gapAfter(role: RoleKey, seats: readonly Seat[], gaps: readonly RoleKey[]): RoleKey | undefined {
  const order = seats.map(({ key }) => key)
  const open = gaps.filter(gap => gap !== role)
  return open.find(gap => order.indexOf(gap) > order.indexOf(role)) ?? open[0]
}
