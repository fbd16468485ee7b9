import type { Incident } from '../../../shared/domain/incident'
import { type Actor, type Responder, roles } from '../../../shared/domain/people'
import type { Timeline } from '../../../shared/domain/timeline'

/** Names to suggest: whoever sits here, holds a role or wrote a line. Once each, in the order of the alphabet. */
export function knownNames(incident: Incident, timeline: Timeline, me: Responder | null): readonly string[] {
  const people = new Map<string, string>()
  const know = (responder: Responder | null | undefined) => {
    if (responder !== null && responder !== undefined) people.set(responder.id, responder.name)
  }
  const knowActor = (actor: Actor) => know(actor.kind === 'person' ? actor.responder : null)
  know(me)
  knowActor(incident.declaredBy)
  for (const role of roles) know(incident.roles[role]?.responder)
  for (const entry of timeline) knowActor(entry.by)
  return [...people.values()].sort((a, b) => a.localeCompare(b))
}
