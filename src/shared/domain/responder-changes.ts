import type { Millis } from '../lib/time'
import type { TeamId } from './ids'
import { type Assignment, isRole, type Responder, type RoleKey } from './people'
import { type Responders, roleSlot, type Staffed, type Team } from './responders'

/** What role events do to an incident. Each gives the incident back as it is where the role is not known. */

/**
 * [RO6][RO7][RO8] A new holder: the old one is stored as past, no holder is their own deputy, and the first steps start
 * again.
 */
export function withHolder<I extends Staffed>(incident: I, key: RoleKey, held: Assignment): I {
  const freed = withoutHolder(incident, key, held.since)
  const alone = freed.crew.deputies[key]?.responder.id === held.responder.id ? withoutDeputy(freed, key) : freed
  return withHeld(alone, key, held)
}

/** [RO7] Ends the assignment of a role at an instant. */
export function withoutHolder<I extends Staffed>(incident: I, key: RoleKey, until: Millis): I {
  const held = roleSlot(incident, key)?.held ?? null
  if (held === null) return incident
  const past = [...incident.crew.past, { ...held, role: key, until }]
  const free = withHeld(incident, key, null)
  return { ...free, crew: { ...free.crew, past, stepsDone: { ...free.crew.stepsDone, [key]: [] } } }
}

function withHeld<I extends Staffed>(incident: I, key: RoleKey, held: Assignment | null): I {
  if (isRole(key)) return { ...incident, roles: { ...incident.roles, [key]: held } }
  const customRoles = incident.crew.customRoles.map(role => (role.id === key ? { ...role, held } : role))
  return { ...incident, crew: { ...incident.crew, customRoles } }
}

/** [RO6] A person cannot be their own deputy. */
export function withDeputy<I extends Staffed>(incident: I, key: RoleKey, deputy: Assignment): I {
  const seat = roleSlot(incident, key)
  if (seat === undefined || seat.held?.responder.id === deputy.responder.id) return incident
  return { ...incident, crew: { ...incident.crew, deputies: { ...incident.crew.deputies, [key]: deputy } } }
}

export function withoutDeputy<I extends Staffed>(incident: I, key: RoleKey): I {
  const { [key]: gone, ...deputies } = incident.crew.deputies
  return gone === undefined ? incident : { ...incident, crew: { ...incident.crew, deputies } }
}

/** [RO8] A first step done, or not done after all. */
export function withStep<I extends Staffed>(incident: I, key: RoleKey, step: string, done: boolean): I {
  const others = (incident.crew.stepsDone[key] ?? []).filter(known => known !== step)
  const stepsDone = { ...incident.crew.stepsDone, [key]: done ? [...others, step] : others }
  return { ...incident, crew: { ...incident.crew, stepsDone } }
}

export function withResponders<I extends Staffed>(incident: I, change: Partial<Responders>): I {
  return { ...incident, crew: { ...incident.crew, ...change } }
}

export function withTeam<I extends Staffed>(incident: I, team: Team): I {
  const others = incident.crew.teams.filter(known => known.id !== team.id)
  return withResponders(incident, { teams: [...others, team] })
}

/** A team with another name, lead or members. An unknown team changes nothing. */
export function withTeamChanged<I extends Staffed>(incident: I, id: TeamId, change: (team: Team) => Team): I {
  return withResponders(incident, { teams: incident.crew.teams.map(team => (team.id === id ? change(team) : team)) })
}

/** Removes those who left or are stated again, then adds those who joined: each person is listed once. */
export function staffed(
  members: readonly Responder[],
  joined: readonly Responder[],
  left: readonly Responder[],
): readonly Responder[] {
  const moved = new Set([...joined, ...left].map(({ id }) => id))
  return [...members.filter(({ id }) => !moved.has(id)), ...joined]
}
