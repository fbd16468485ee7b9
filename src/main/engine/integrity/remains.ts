import { HOUSE_LOG } from '../../../shared/domain/house-log'
import type { IncidentEvent } from '../../../shared/events/registry'
import { type OwnedRecord, openLiveRecord } from '../record/live-record'
import type { LogReading } from '../storage/log-reading'

/** What can be shown of a damaged log. */
export interface Remains {
  /** None where not even its beginning is left. */
  readonly events: readonly IncidentEvent[]
  readonly record: OwnedRecord | null
}

/**
 * [IN2] All of a damaged log that can be read, also behind the damage. What was edited may have the shape of an event and
 * still contradict the others: the fold names it and goes on.
 */
export function remainsOf({ arrived: events }: Pick<LogReading, 'arrived'>): Remains {
  const [first] = events
  const begins =
    first?.kind === 'incident-declared' || first?.kind === 'workspace-begun' || first?.incident === HOUSE_LOG
  return begins ? { events, record: openLiveRecord(events) } : { events: [], record: null }
}
