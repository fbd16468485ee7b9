import { type Actor, type Responder, responderNamed } from '../../../shared/domain/people'
import type { Staffed, Team } from '../../../shared/domain/responders'
import { seenTeam } from '../../../shared/domain/seen-roles'
import type { EventDraft } from '../../../shared/events/define'
import { teamChanged } from '../../../shared/events/team-changed'
import { teamEnded } from '../../../shared/events/team-ended'
import { teamFormed } from '../../../shared/events/team-formed'
import type { Millis } from '../../../shared/lib/time'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

export const teamCommands: CommandDecisions<'teams:set' | 'teams:end'> = {
  // [RO10]
  'teams:set': onIncident<'teams:set'>(({ team: id, name, lead: leadName, members: names, was }, situation) => {
    const { record, now, by } = situation
    const before = record.incident.crew.teams.find(team => team.id === id)
    const changed = changedSince(was, seenTeam(before))
    if (changed !== undefined) return changed
    const lead = responderNamed(leadName)
    if (lead === undefined) return refused('team-lead-who')
    const members = people(names).filter(member => member.id !== lead.id)
    const others = record.incident.crew.teams.filter(team => team.id !== id)
    const twin = others.find(team => team.name.toLowerCase() === name.toLowerCase())
    if (twin !== undefined) return refused('team-name-taken', { team: twin.name })
    const busy = others.find(team => members.some(member => member.id === team.lead.id))
    if (busy !== undefined) return refused('leads-other-team', { name: busy.lead.name, team: busy.name })
    const own =
      before === undefined
        ? [teamFormed.draft({ team: id, name, lead, members }, now, by)]
        : changes(before, { name, lead, members }, now, by)
    return decided(...leavers(record.incident, id, [lead, ...members], now, by), ...own)
  }),

  'teams:end': onIncident<'teams:end'>(({ team, was }, { record, now, by }) => {
    const known = record.incident.crew.teams.find(({ id }) => id === team)
    if (known === undefined) return refused('no-such-team')
    const changed = changedSince(was, seenTeam(known))
    if (changed !== undefined) return changed
    return decided(teamEnded.draft({ team, name: known.name }, now, by))
  }),
}

/** Each once, in the order of the list. */
function people(names: readonly string[]): readonly Responder[] {
  const known = new Map<string, Responder>()
  for (const responder of names.map(responderNamed)) {
    if (responder !== undefined && !known.has(responder.id)) known.set(responder.id, responder)
  }
  return [...known.values()]
}

function changes(before: Team, after: Pick<Team, 'name' | 'lead' | 'members'>, now: Millis, by: Actor) {
  const joined = without(after.members, before.members)
  const left = without([before.lead, ...before.members], [after.lead, ...after.members])
  const same = before.name === after.name && before.lead.id === after.lead.id
  if (same && joined.length + left.length === 0) return []
  return [teamChanged.draft({ team: before.id, name: after.name, lead: after.lead, joined, left }, now, by)]
}

/** [RO10] Nobody works in two sub-teams: a person who joins this one leaves the other, and both say so. */
function leavers(
  { crew }: Staffed,
  id: Team['id'],
  joining: readonly Responder[],
  now: Millis,
  by: Actor,
): readonly EventDraft[] {
  return crew.teams
    .filter(team => team.id !== id)
    .flatMap(({ id: team, name, lead, members }) => {
      const left = members.filter(member => joining.some(one => one.id === member.id))
      return left.length === 0 ? [] : [teamChanged.draft({ team, name, lead, joined: [], left }, now, by)]
    })
}

function without(people: readonly Responder[], taken: readonly Responder[]): readonly Responder[] {
  return people.filter(one => !taken.some(({ id }) => id === one.id))
}
