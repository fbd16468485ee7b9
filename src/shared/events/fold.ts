import { HOUSE_LOG } from '../domain/house-log'
import type { EventId, IncidentId, Seq } from '../domain/ids'
import type { Head, Incident } from '../domain/incident'
import { changeTimeline, type LineChange, type Timeline } from '../domain/timeline'
import type { Millis } from '../lib/time'
import type { EventDraft } from './define'
import { beginHead, changeHead, emptyHouse, headOf, incidentOf } from './parts/head'
import { definitionOf, type IncidentEvent } from './registry'
import { shownEvent } from './shown-event'

/** One incident as the log tells it up to and with `seq`. The engine and every screen hold the same. */
export interface IncidentRecord {
  readonly incident: Incident
  readonly timeline: Timeline
  readonly seq: Seq
}

/**
 * [FO1] Folds events into a record; pure, so that the engine and each screen reach the same state from the same log.
 * @param record what was folded before, or undefined to begin
 * @param events of one incident, in the order of the log, all after `record.seq`
 * @returns undefined only when there was no record and no event
 * @throws when a log does not begin with `incident-declared`
 */
export function foldEvents(
  record: IncidentRecord | undefined,
  events: readonly IncidentEvent[],
): IncidentRecord | undefined {
  if (record === undefined && events.length === 0) return undefined
  const incident = foldHead(record?.incident, events)
  const seq = events.at(-1)?.seq ?? record?.seq ?? 0
  return { incident, timeline: changeTimeline(record?.timeline ?? [], lineChanges(events)), seq }
}

/** The head alone; the same object where the events changed nothing. @throws when a log does not begin with `incident-declared` */
export function foldHead(incident: Incident | undefined, events: readonly IncidentEvent[]): Incident {
  const before = incident && headOf(incident)
  const head = events.reduce(nextHead, before)
  if (head === undefined) throw new Error('There is no incident without an event')
  return incident !== undefined && head === before ? incident : incidentOf(head)
}

/** The head as it will be once these drafts are in the log; nothing of it is kept. */
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

/** What events do to the timeline, in their order. */
export function lineChanges(events: readonly IncidentEvent[]): readonly LineChange[] {
  return events.flatMap(event => definitionOf(event.kind).line(shownEvent(event)) ?? [])
}

function nextHead(before: Head | undefined, logged: IncidentEvent): Head {
  const event = shownEvent(logged)
  const head = before ?? (event.incident === HOUSE_LOG ? emptyHouse : undefined)
  if (head !== undefined) return changeHead(head, event)
  if (event.kind === 'incident-declared') return beginHead(event)
  throw new Error(`The log of incident ${event.incident} begins with ${event.kind}, not with incident-declared`)
}
