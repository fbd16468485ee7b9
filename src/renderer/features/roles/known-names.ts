import { postHolders } from '../../../shared/domain/crew'
import type { Incident } from '../../../shared/domain/incident'
import type { Actor, Responder } from '../../../shared/domain/people'
import type { Timeline } from '../../../shared/domain/timeline'

/** Names to suggest: whoever sits here, holds or held a role, works in a sub-team or wrote. Once each, by the alphabet. */
export function knownNames(incident: Incident, timeline: Timeline, me: Responder | null): readonly string[] {
  const people = new Map<string, string>()
  const know = (responder: Responder | null) => {
    if (responder !== null) people.set(responder.id, responder.name)
  }
  const knowActor = (actor: Actor) => know(actor.kind === 'person' ? actor.responder : null)
  know(me)
  knowActor(incident.declaredBy)
  for (const { responder } of [...postHolders(incident), ...incident.crew.past]) know(responder)
  for (const member of incident.crew.teams.flatMap(({ members }) => members)) know(member)
  for (const entry of timeline) knowActor(entry.by)
  return [...people.values()].sort((a, b) => a.localeCompare(b))
}
