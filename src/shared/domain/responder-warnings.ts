import { HOUR, type Millis } from '../lib/time'
import { isRole, type Responder, type Role } from './people'
import { type AssignedRole, assignedResponders, type RoleSlot, roleSlots, type Staffed } from './responders'
import type { Severity } from './severity'

/** [RO3] Roles that an incident of a severity needs. In a SEV-4 the commander does it all. */
export const neededRoles: Readonly<Record<Severity, readonly Role[]>> = {
  'SEV-1': ['ic', 'tech', 'comms', 'scribe'],
  'SEV-2': ['ic', 'tech', 'comms', 'scribe'],
  'SEV-3': ['ic', 'tech', 'comms'],
  'SEV-4': ['ic'],
}

/** [RO5] More people than this cannot be led by one. Source: the span of control of the Incident Command System. */
export const MOST_REPORTS = 7

/** [RO6] From here on a deputy must be able to take over from the incident commander. */
export const DEPUTY_AFTER: Millis = 2 * HOUR

/** `wayOut`: what is opened to put it right. */
export type ResponderWarning =
  | { readonly kind: 'unfilled'; readonly seat: RoleSlot; readonly wayOut: 'assign' }
  | {
      readonly kind: 'ic-operates'
      readonly name: string
      readonly posts: readonly AssignedRole[]
      readonly wayOut: 'assign' | 'add'
    }
  | { readonly kind: 'ic-span'; readonly name: string | null; readonly reports: number; readonly wayOut: 'add' }
  | {
      readonly kind: 'team-span'
      readonly team: string
      readonly lead: string
      readonly members: number
      readonly wayOut: 'add'
    }
  | { readonly kind: 'no-deputy'; readonly hours: number; readonly wayOut: 'assign' }

interface Running extends Staffed {
  readonly severity: Severity
  readonly declaredAt: Millis
  readonly resolvedAt: Millis | null
}

/** What is wrong with who does what, the gravest first. Nothing is wrong with a resolved incident. */
export function responderWarnings(incident: Running, now: Millis): readonly ResponderWarning[] {
  if (incident.resolvedAt !== null) return []
  return [...unfilled(incident), ...icOperates(incident), ...spans(incident), ...deputyMissing(incident, now)]
}

/** [RO3] Roles that are needed and that nobody holds; one of its own was added because it is needed. */
export function gapsOf(incident: Staffed & Pick<Running, 'severity'>): readonly RoleSlot[] {
  return roleSlots(incident).filter(seat => seat.held === null && isNeeded(seat, incident.severity))
}

/** [RO3] */
export function isNeeded({ key }: RoleSlot, severity: Severity): boolean {
  return !isRole(key) || neededRoles[severity].includes(key)
}

function unfilled(incident: Running): readonly ResponderWarning[] {
  return gapsOf(incident).map(seat => ({ kind: 'unfilled', seat, wayOut: 'assign' }))
}

/** [RO4] A person who works on the fix sees the fix, not the incident. */
function icOperates(incident: Running): readonly ResponderWarning[] {
  const ic = incident.roles.ic?.responder
  const posts = operatingRoles(incident)
  const inTeams = operatingSlots(incident).length === 0
  if (ic === undefined || posts.length === 0) return []
  return [{ kind: 'ic-operates', name: ic.name, posts, wayOut: inTeams ? 'add' : 'assign' }]
}

/** [RO4] What the incident commander holds besides command that is work on the broken system. */
export function operatingRoles(incident: Staffed): readonly AssignedRole[] {
  const ic = incident.roles.ic?.responder.id
  if (ic === undefined) return []
  const fixes = (seat: RoleSlot) => seat.operates && seat.held?.responder.id === ic
  return [
    ...roleSlots(incident)
      .filter(fixes)
      .map((seat): AssignedRole => ({ as: 'holder', seat })),
    ...incident.crew.teams
      .filter(({ lead, members }) => lead.id === ic || members.some(({ id }) => id === ic))
      .map(({ lead, name }): AssignedRole => ({ as: lead.id === ic ? 'lead' : 'member', team: name })),
  ]
}

/** [RO4] Roles that work on the broken system and that the incident commander holds. */
export function operatingSlots(incident: Staffed): readonly RoleSlot[] {
  const ic = incident.roles.ic?.responder.id
  return roleSlots(incident).filter(({ operates, held }) => operates && held !== null && held.responder.id === ic)
}

/** [RO5] */
function spans(incident: Running): readonly ResponderWarning[] {
  const reports = directReports(incident).length
  const name = incident.roles.ic?.responder.name ?? null
  const teams = incident.crew.teams.filter(({ members }) => members.length > MOST_REPORTS)
  return [
    ...(reports > MOST_REPORTS ? [{ kind: 'ic-span', name, reports, wayOut: 'add' } as const] : []),
    ...teams.map(
      ({ name: team, lead, members }) =>
        ({ kind: 'team-span', team, lead: lead.name, members: members.length, wayOut: 'add' }) as const,
    ),
  ]
}

/**
 * [RO5] Who reports to the incident commander: each who holds a role or leads a sub-team, once. A member of a sub-team
 * reports to its lead, and a deputy to whom they stand in for.
 */
export function directReports(incident: Staffed): readonly Responder[] {
  const ic = incident.roles.ic?.responder.id
  const led = new Set(incident.crew.teams.flatMap(({ members }) => members.map(({ id }) => id)))
  const withoutDeputies = { ...incident, crew: { ...incident.crew, deputies: {} } }
  return assignedResponders(withoutDeputies)
    .map(({ responder }) => responder)
    .filter(({ id }) => id !== ic && !led.has(id))
}

/** [RO6] */
function deputyMissing(incident: Running, now: Millis): readonly ResponderWarning[] {
  const { roles, crew, declaredAt } = incident
  if (roles.ic === null || crew.deputies.ic !== undefined || now - declaredAt < DEPUTY_AFTER) return []
  const hours = Math.floor((now - declaredAt) / HOUR)
  return [{ kind: 'no-deputy', hours, wayOut: 'assign' }]
}
