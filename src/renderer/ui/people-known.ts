import type { OnCall } from '../../shared/contract/people'
import type { Incident } from '../../shared/domain/incident'
import { personKey, type Responder } from '../../shared/domain/people'
import { assignedResponders } from '../../shared/domain/responders'
import type { Timeline } from '../../shared/domain/timeline'
import { listText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { assignmentText } from './assignment-text'

const text = texts.completion

/** A person who can be named, the likeliest first. */
export interface NamedPerson {
  readonly name: string
  readonly detail: string
}

/** Lines from the end that are searched for names: people silent for longer are unlikely to be meant. */
const RECENT = 2_000

/** People who can be named: holders of roles first, then people on call, then authors of lines; once each. */
export function peopleKnown(
  incident: Incident | undefined,
  timeline: Timeline,
  onCall: readonly OnCall[],
  me: Responder | null,
): readonly NamedPerson[] {
  const people = new Map<string, NamedPerson>()
  const know = (name: string, detail: string) => {
    const key = personKey(name)
    if (key !== '' && !people.has(key)) people.set(key, { name, detail })
  }
  for (const { responder, posts } of incident === undefined ? [] : assignedResponders(incident))
    know(responder.name, listText(posts.map(assignmentText)))
  for (const { name, policy } of onCall.toSorted((a, b) => a.level - b.level)) know(name, t(text.onCall, { policy }))
  for (const { by } of timeline.slice(-RECENT).reverse()) if (by.kind === 'person') know(by.responder.name, '')
  if (me !== null) know(me.name, text.you)
  return [...people.values()]
}
