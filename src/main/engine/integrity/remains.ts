import type { IncidentEvent } from '../../../shared/events/registry'
import { type OwnedRecord, openLiveRecord } from '../live-record'
import type { LogReading } from '../storage/log-reading'

/** What can be shown of a damaged log. */
export interface Remains {
  /** None where not even its beginning is left. */
  readonly events: readonly IncidentEvent[]
  readonly record: OwnedRecord | null
}

/**
 * [IN2] All of a damaged log that folds: with the events behind the damage, else up to it. What was edited may have the
 * shape of an event and still contradict the others.
 */
export function remainsOf({ arrived: events, damage }: LogReading): Remains {
  const proven = events.slice(0, damage === null ? events.length : damage.place - 1)
  for (const some of [events, proven]) {
    const record = folded(some)
    if (record !== null) return { events: some, record }
  }
  return { events: [], record: null }
}

function folded(events: readonly IncidentEvent[]): OwnedRecord | null {
  try {
    const record = openLiveRecord(events)
    record.timeline()
    return record
  } catch {
    // The caller tries with fewer, and the damage is named already.
    return null
  }
}
