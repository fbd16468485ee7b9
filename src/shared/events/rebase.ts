import type { EntryId, IncidentId, Seq } from '../domain/ids'
import type { Incident } from '../domain/incident'
import type { Timeline, TimelineEntry } from '../domain/timeline'
import type { IncidentRecord } from './fold'

/** What late events changed of a record, so that a session need not get all of it. */
export interface Rebase {
  readonly incident: IncidentId
  /** The record's seq before it and after it. */
  readonly after: Seq
  readonly seq: Seq
  /** Fields of the head that are others than before. */
  readonly head: Partial<Incident>
  readonly gone: readonly EntryId[]
  /** Lines that are new or others than before, each with its place in the timeline as it is now, in that order. */
  readonly lines: readonly { readonly at: number; readonly entry: TimelineEntry }[]
  /** Of lines, now. */
  readonly count: number
}

/** [FO8] The record as late events make it; undefined: it is another one than the engine had, so that all of it is needed. */
export function rebaseRecord(record: IncidentRecord, rebase: Rebase): IncidentRecord | undefined {
  if (record.seq !== rebase.after) return undefined
  const timeline = rebaseTimeline(record.timeline, rebase)
  if (timeline.length !== rebase.count) return undefined
  const changed = Object.keys(rebase.head).length > 0
  return { incident: changed ? { ...record.incident, ...rebase.head } : record.incident, timeline, seq: rebase.seq }
}

function rebaseTimeline(before: Timeline, { gone, lines }: Rebase): Timeline {
  if (gone.length + lines.length === 0) return before
  const moved = new Set([...gone, ...lines.map(({ entry }) => entry.id)])
  const kept = before.filter(({ id }) => !moved.has(id))
  const timeline: TimelineEntry[] = []
  let next = 0
  for (const { at, entry } of lines) {
    for (; timeline.length < at && next < kept.length; next += 1) timeline.push(kept[next] as TimelineEntry)
    timeline.push(entry)
  }
  for (; next < kept.length; next += 1) timeline.push(kept[next] as TimelineEntry)
  return timeline
}
