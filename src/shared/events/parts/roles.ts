import type { IncidentHead } from '../../domain/incident'
import type { RoleKey } from '../../domain/people'
import {
  staffed,
  withDeputy,
  withHolder,
  withoutDeputy,
  withoutHolder,
  withResponders,
  withStep,
  withTeam,
  withTeamChanged,
} from '../../domain/responder-changes'
import { noResponders, roleSlot, type Staffed } from '../../domain/responders'
import { nextClaims } from '../next-claims'
import { definePart, type EventOf } from './define-part'

export const rolesPart = definePart('roles', {
  initial: () => ({ roles: { ic: null, tech: null, comms: null, scribe: null }, crew: noResponders }),
  on: {
    'role-assigned': actingHolder,
    'role-released': actingHolder,
    // [TC3] [TC4]
    'transfer-accepted': actingHolder,
    'transfer-ended': (before, event, head) =>
      event.body.as === 'withdrawn' && event.body.from !== null ? actingHolder(before, event, head) : before,
    'conflict-settled': (before, event, head) =>
      event.body.about.startsWith('role:') ? actingHolder(before, event, head) : before,
    // Another wording of a role that is there leaves it its holder.
    'role-defined': (before, { body: { role, ...words } }) => {
      const known = before.crew.customRoles
      const customRoles = known.some(({ id }) => id === role)
        ? known.map(one => (one.id === role ? { ...one, ...words } : one))
        : [...known, { id: role, ...words, held: null }]
      return withResponders(before, { customRoles })
    },
    'role-dropped': (before, { at, body: { role } }) => {
      const free = withoutDeputy(withoutHolder(before, role, at), role)
      return withResponders(free, { customRoles: free.crew.customRoles.filter(({ id }) => id !== role) })
    },
    'deputy-named': (before, { at, body: { role, responder } }) => withDeputy(before, role, { responder, since: at }),
    'deputy-released': (before, { body: { role } }) => withoutDeputy(before, role),
    'first-step-marked': (before, { body: { role, step, done } }) => withStep(before, role, step, done),
    'team-formed': (before, { at, body: { team, ...rest } }) => withTeam(before, { id: team, ...rest, since: at }),
    'team-changed': (before, { body: { team, name, lead, joined, left } }) =>
      withTeamChanged(before, team, known => ({
        ...{ ...known, name, lead },
        members: staffed(known.members, joined, left).filter(({ id }) => id !== lead.id),
      })),
    'team-ended': (before, { body }) =>
      withResponders(before, { teams: before.crew.teams.filter(({ id }) => id !== body.team) }),
    // [FT3] Of an earlier assignment it says nothing.
    'command-continued': (before, { at, by, body: { since } }) =>
      before.roles.ic?.since === since ? withResponders(before, { continued: { since, by, at } }) : before,
    'roll-called': (before, { at, by, body: { lines } }) => withResponders(before, { rollCall: { at, by, lines } }),
  },
})

type RoleEvent =
  | EventOf<'role-assigned'>
  | EventOf<'role-released'>
  | EventOf<'conflict-settled'>
  | EventOf<'transfer-accepted'>
  | EventOf<'transfer-ended'>

/** [CF1] Of several who were given a role at once, the first in order acts until it is settled. */
function actingHolder(before: Staffed, event: RoleEvent, { concurrency }: IncidentHead): Staffed {
  const role = roleOf(event)
  const [acting] = nextClaims(concurrency, event).roles[role] ?? []
  if (acting === undefined) return withoutHolder(before, role, event.at)
  const holder = roleSlot(before, role)?.held?.responder.id
  const isGivenAnew = event.kind === 'role-assigned' && event.id === acting.event
  const stays = holder === acting.value.responder.id && !isGivenAnew
  return stays ? before : withHolder(before, role, { ...acting.value, since: event.at })
}

function roleOf(event: RoleEvent): RoleKey {
  switch (event.kind) {
    case 'transfer-accepted':
    case 'transfer-ended':
      return 'ic'
    case 'conflict-settled':
      return event.body.about.slice('role:'.length) as RoleKey
    default:
      return event.body.role
  }
}
