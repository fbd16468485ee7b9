import { noCrew } from '../../domain/crew'
import {
  staffed,
  withCrew,
  withDeputy,
  withHolder,
  withoutDeputy,
  withoutHolder,
  withStep,
  withTeam,
  withTeamChanged,
} from '../../domain/crew-changes'
import { definePart } from './define-part'

export const rolesPart = definePart('roles', {
  initial: () => ({ roles: { ic: null, tech: null, comms: null, scribe: null }, crew: noCrew }),
  on: {
    'role-assigned': (before, { at, body: { role, responder } }) => withHolder(before, role, { responder, since: at }),
    'role-released': (before, { at, body: { role } }) => withoutHolder(before, role, at),
    // Another wording of a role that is there leaves it its holder.
    'role-defined': (before, { body: { role, ...words } }) => {
      const known = before.crew.customRoles
      const customRoles = known.some(({ id }) => id === role)
        ? known.map(one => (one.id === role ? { ...one, ...words } : one))
        : [...known, { id: role, ...words, held: null }]
      return withCrew(before, { customRoles })
    },
    'role-dropped': (before, { at, body: { role } }) => {
      const free = withoutDeputy(withoutHolder(before, role, at), role)
      return withCrew(free, { customRoles: free.crew.customRoles.filter(({ id }) => id !== role) })
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
      withCrew(before, { teams: before.crew.teams.filter(({ id }) => id !== body.team) }),
    'roll-called': (before, { at, by, body: { lines } }) => withCrew(before, { rollCall: { at, by, lines } }),
  },
})
