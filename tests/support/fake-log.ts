import type { EventId, IncidentId, Seq } from '../../src/shared/domain/ids'
import { newId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import { foldEvents, type IncidentRecord } from '../../src/shared/events/fold'
import { type EventKind, eventRegistry, type IncidentEvent } from '../../src/shared/events/registry'
import type { Millis } from '../../src/shared/lib/time'

export interface FakeLog {
  /** Writes the drafts as one batch; returns it as it would be pushed. */
  append(incident: IncidentId, drafts: readonly EventDraft[], now: Millis): { after: Seq; events: IncidentEvent[] }
  eventsAfter(incident: IncidentId, after: Seq): readonly IncidentEvent[]
  record(incident: IncidentId): IncidentRecord | undefined
  incidents(): readonly IncidentId[]
  lastSeq(incident: IncidentId): Seq
}

/** A log in memory, with the one sequence for all incidents that the real one has. */
export function createFakeLog(): FakeLog {
  const logs = new Map<IncidentId, IncidentEvent[]>()
  let seq = 0
  const eventsOf = (incident: IncidentId) => logs.get(incident) ?? []
  const lastSeq = (incident: IncidentId) => eventsOf(incident).at(-1)?.seq ?? 0
  return {
    lastSeq,
    append: (incident, drafts, now) => {
      const after = lastSeq(incident)
      const events = drafts.map(draft => {
        seq += 1
        return logged(draft, incident, seq, now)
      })
      logs.set(incident, [...eventsOf(incident), ...events])
      return { after, events }
    },
    eventsAfter: (incident, after) => eventsOf(incident).filter(event => event.seq > after),
    record: incident => foldEvents(undefined, eventsOf(incident)),
    incidents: () => [...logs.keys()],
  }
}

function logged(draft: EventDraft, incident: IncidentId, seq: Seq, now: Millis): IncidentEvent {
  const { version } = eventRegistry[draft.kind as EventKind]
  return { ...draft, id: newId<EventId>(), incident, seq, version, recordedAt: now } as unknown as IncidentEvent
}
