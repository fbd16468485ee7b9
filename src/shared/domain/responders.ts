import type { Millis } from '../lib/time'
import { unreachable } from '../lib/unreachable'
import type { CustomRoleId, TeamId } from './ids'
import {
  type Actor,
  type Assignment,
  type Responder,
  type Role,
  type RoleKey,
  roleLetters,
  roleName,
  roles,
} from './people'
import type { RollCall } from './roll-call'

/** [RO2] A role that this incident has besides the four. */
export interface CustomRole {
  readonly id: CustomRoleId
  readonly name: string
  /** Two or three capitals or digits that no other role of the incident has. */
  readonly letters: string
  readonly duties: readonly string[]
  /** Works on the broken system itself, which the incident commander must not. */
  readonly operates: boolean
  readonly held: Assignment | null
}

/** People who work under one lead, so that the incident commander speaks with one of them. */
export interface Team {
  readonly id: TeamId
  readonly name: string
  readonly lead: Responder
  /** Without the lead. */
  readonly members: readonly Responder[]
  readonly since: Millis
}

/** [RO7] An assignment that is over. */
export interface PastAssignment extends Assignment {
  readonly role: RoleKey
  readonly until: Millis
}

/** That the commander continues, though asked whether to hand over. */
export interface Continued {
  /** When they took command. */
  readonly since: Millis
  readonly by: Actor
  readonly at: Millis
}

export interface Responders {
  readonly customRoles: readonly CustomRole[]
  /** By `RoleKey`: the holder's deputy. */
  readonly deputies: Readonly<Record<string, Assignment>>
  readonly teams: readonly Team[]
  /** Oldest first. */
  readonly past: readonly PastAssignment[]
  /** By `RoleKey`: the first steps that its holder has done. */
  readonly stepsDone: Readonly<Record<string, readonly string[]>>
  /** The last one; null: none was held. */
  readonly rollCall: RollCall | null
  /** [FT3] Who last confirmed that the commander of an assignment continues; null: nobody did. */
  readonly continued: Continued | null
}

export const noResponders: Responders = {
  customRoles: [],
  deputies: {},
  teams: [],
  past: [],
  stepsDone: {},
  rollCall: null,
  continued: null,
}

/** The part of an incident that says who does what. */
export interface Staffed {
  readonly roles: Readonly<Record<Role, Assignment | null>>
  readonly crew: Responders
}

/** A role as an incident has it, whether it is one of the four or its own. */
export interface RoleSlot {
  readonly key: RoleKey
  readonly name: string
  readonly letters: string
  readonly operates: boolean
  readonly held: Assignment | null
  readonly deputy: Assignment | null
}

/** Every role of an incident: the four first, then its own in the order in which they were added. */
export function roleSlots({ roles: held, crew }: Staffed): readonly RoleSlot[] {
  const deputyOf = (key: RoleKey) => crew.deputies[key] ?? null
  const four = roles.map(key => ({
    ...{ key, name: roleName[key], letters: roleLetters[key], operates: key === 'tech' },
    ...{ held: held[key], deputy: deputyOf(key) },
  }))
  const own = crew.customRoles.map(({ id, name, letters, operates, held: holder }) => ({
    ...{ key: id, name, letters, operates, held: holder, deputy: deputyOf(id) },
  }))
  return [...four, ...own]
}

export function roleSlot(staffed: Staffed, key: RoleKey): RoleSlot | undefined {
  return roleSlots(staffed).find(seat => seat.key === key)
}

/** What a person does in an incident; a team is called by its name. */
export type AssignedRole =
  | { readonly as: 'holder' | 'deputy'; readonly seat: RoleSlot }
  | { readonly as: 'lead' | 'member'; readonly team: string }

/** As the record says it. */
export function assignedRoleName(post: AssignedRole): string {
  switch (post.as) {
    case 'holder':
      return post.seat.name
    case 'deputy':
      return `Deputy ${post.seat.name}`
    case 'lead':
      return `Lead of ${post.team}`
    case 'member':
      return `In ${post.team}`
    default:
      return unreachable(post)
  }
}

/** A person, and all that they hold here. */
export interface AssignedResponder {
  readonly responder: Responder
  readonly posts: readonly AssignedRole[]
}

/** Holders of a role, deputies and leads of a sub-team: each person once, in the order of the roles. */
export function assignedResponders(staffed: Staffed): readonly AssignedResponder[] {
  const holders = new Map<string, { responder: Responder; posts: AssignedRole[] }>()
  const note = (responder: Responder | undefined, post: AssignedRole) => {
    if (responder === undefined) return
    const known = holders.get(responder.id) ?? { responder, posts: [] }
    known.posts.push(post)
    holders.set(responder.id, known)
  }
  const seats = roleSlots(staffed)
  for (const seat of seats) note(seat.held?.responder, { as: 'holder', seat })
  for (const { lead, name } of staffed.crew.teams) note(lead, { as: 'lead', team: name })
  for (const seat of seats) note(seat.deputy?.responder, { as: 'deputy', seat })
  return [...holders.values()]
}
