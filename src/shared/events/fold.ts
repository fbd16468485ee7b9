import type { EventId, IncidentId, Seq } from '../domain/ids'
import type { Incident, IncidentHead } from '../domain/incident'
import { changeTimeline, type LineChange, type Timeline } from '../domain/timeline'
import type { Millis } from '../lib/time'
import type { EventDraft } from './define'
import { lineOf } from './line-of'
import { applyEvent } from './parts/apply-event'
import { beginHead, headOf, incidentOf, undeclaredHead } from './parts/head'
import type { IncidentEvent } from './registry'
import { shownEvent } from './shown-event'

/** One incident as the log has it up to and with `seq`. The engine and every client hold the same. */
export interface IncidentRecord {
  readonly incident: Incident
  readonly timeline: Timeline
  readonly seq: Seq
}

/**
 * [FO1] Folds events into a record; pure and total, so that the engine and each session reach the same state from the same
 * log.
 * @param record what was folded before, or undefined to begin
 * @param events of one incident, in the order of the log, all after `record.seq`
 * @returns undefined only when there was no record and no event
 */
export function foldEvents(
  record: IncidentRecord | undefined,
  events: readonly IncidentEvent[],
): IncidentRecord | undefined {
  if (record === undefined && events.length === 0) return undefined
  const shown = events.map(shownEvent)
  const incident = headAfter(record?.incident, shown)
  const seq = events.at(-1)?.seq ?? record?.seq ?? 0
  return { incident, timeline: changeTimeline(record?.timeline ?? [], linesOf(shown, incident)), seq }
}

/** The head alone; the same object where the events changed nothing. Without a head before there is an event. */
export function foldHead(incident: Incident | undefined, events: readonly IncidentEvent[]): Incident {
  return headAfter(incident, events.map(shownEvent))
}

function headAfter(incident: Incident | undefined, events: readonly IncidentEvent[]): Incident {
  const before = incident && headOf(incident)
  const head = events.reduce(nextHead, before)
  if (incident !== undefined && head === before) return incident
  if (head === undefined) throw new Error('There is no incident without an event')
  return incidentOf(head)
}

/** The head as it will be once these drafts are in the log; nothing of it is saved. */
export function foldDrafts(
  id: IncidentId,
  before: Incident | undefined,
  drafts: readonly EventDraft[],
  now: Millis,
): Incident {
  const logged = drafts.map(
    draft =>
      ({ ...draft, id: '' as EventId, incident: id, seq: 0, version: 0, recordedAt: now }) as unknown as IncidentEvent,
  )
  return foldHead(before, logged)
}

/** What events do to the timeline, in their order. `incident` is the head after them, which says what came to nothing. */
export function lineChanges(
  events: readonly IncidentEvent[],
  incident: Pick<Incident, 'unfolded'>,
): readonly LineChange[] {
  return linesOf(events.map(shownEvent), incident)
}

function linesOf(events: readonly IncidentEvent[], { unfolded }: Pick<Incident, 'unfolded'>): readonly LineChange[] {
  const because = new Map(unfolded.map(({ event, because: reason }) => [event, reason]))
  return events.flatMap(event => lineOf(event, because.get(event.id)) ?? [])
}

/** [FO5] The head after one more event, which is shown; before the first there is none. */
export function nextHead(before: IncidentHead | undefined, event: IncidentEvent): IncidentHead {
  if (before === undefined && event.kind === 'incident-declared') return beginHead(event)
  return applyEvent(before ?? undeclaredHead(event), event)
}
