import type { RoleKey } from './people'
import { type CustomRole, roleSlot, type Staffed, type Team } from './responders'

/** [ED1] What an edit of the responders began from, in the form in which a client sends it; null: nothing was there. */

export type SeenTeam = Pick<Team, 'name'> & { readonly lead: string; readonly members: readonly string[] }
export type SeenRole = Pick<CustomRole, 'name' | 'letters' | 'duties' | 'operates'>

export function seenTeam(team: Team): SeenTeam
export function seenTeam(team: Team | undefined): SeenTeam | null
export function seenTeam(team: Team | undefined): SeenTeam | null {
  if (team === undefined) return null
  return { name: team.name, lead: team.lead.name, members: team.members.map(({ name }) => name) }
}

export function seenRole(role: CustomRole | undefined): SeenRole | null {
  if (role === undefined) return null
  const { name, letters, duties, operates } = role
  return { name, letters, duties, operates }
}

/** The holder of a role, or the holder's deputy. */
export function seenHolder(staffed: Staffed, role: RoleKey, deputy: boolean): string | null {
  const seat = roleSlot(staffed, role)
  return (deputy ? seat?.deputy : seat?.held)?.responder.name ?? null
}
