import type { OnCall } from '../../../../shared/contract/people'
import type { Incident } from '../../../../shared/domain/incident'
import { personKey, type Responder } from '../../../../shared/domain/people'
import { assignedResponders } from '../../../../shared/domain/responders'
import { type Timeline, typedKinds } from '../../../../shared/domain/timeline'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { assignmentText } from '../../../ui/assignment-text'
import { mentions } from '../marks'
import type { CompletionOffer, NamedPerson } from './completion'

const text = texts.completion

export const kindOffers: readonly CompletionOffer[] = typedKinds.map(kind => ({
  insert: `!${kind}`,
  detail: text.kinds[kind],
}))

/** Kinds that the engine writes too: they can be looked for, not typed. */
export const soughtKindOffers: readonly CompletionOffer[] = [
  ...kindOffers,
  ...['status', 'comms', 'alert', 'metric', 'handoff'].map(kind => ({
    insert: `!${kind}`,
    detail: text.automatic,
  })),
]

/** Lines from the end that are looked through for names and tags: whoever was silent for longer is not at hand. */
const RECENT = 2_000

/** Who may be named: holders of posts first, then whoever is on call, then whoever wrote; once each. */
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

/** Tags of the newest lines, the newest first, once each. */
export function tagsKnown(timeline: Timeline): readonly string[] {
  const tags = new Set<string>()
  for (const line of timeline.slice(-RECENT).reverse()) for (const tag of mentions(line.text).tags) tags.add(tag)
  return [...tags]
}
