import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import type { Doc } from '../storage/search-index'

/** [SX1] All that can be found of an incident, as its record tells it now: what was taken back is not in it. */
export function* docsOf(incident: Incident, timeline: Timeline): Iterable<Doc> {
  const { title, declaredAt, updates } = incident
  if (title !== '') yield { kind: 'title', ref: '', text: title, at: declaredAt, by: '' }
  for (const line of timeline) if (line.retraction === null && line.text !== '') yield lineDoc(line)
  for (const { id, content } of updates) {
    const text = [content.title, content.body].filter(part => part !== '').join('\n')
    if (text !== '') yield { kind: 'update', ref: id, text, at: declaredAt, by: '' }
  }
}

export function lineDoc({ id, text, occurredAt, by }: TimelineEntry): Doc {
  return { kind: 'line', ref: id, text, at: occurredAt, by: actorName(by) }
}
