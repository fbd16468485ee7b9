import type { EntryId, RequestId, Seq } from '../../../shared/domain/ids'
import type { IncidentEvent } from '../../../shared/events/registry'
import { openSnapshotFold } from '../../../shared/events/snapshot-fold'
import { requestOf } from '../storage/event-log'
import type { OwnedRecord } from './live-record'

/** What taking events did to a record. */
export interface Grown {
  /** Those that were new, in the order of all machines. */
  readonly fresh: readonly IncidentEvent[]
  /** Lines that were rebuilt, or are gone; undefined: the events come after all that was here, as they came. */
  readonly rebased?: ReadonlySet<EntryId>
}

/** The record of an incident that several machines wrote at the same time. */
export interface MergedRecord extends OwnedRecord {
  /** In the order of all machines. */
  readonly events: readonly IncidentEvent[]
  /** Up to this place, events do not lie in the order in which they came: who has less than it lacks more than a tail. */
  readonly rebasedAt: Seq
  /** Takes events that may belong before others. */
  take(events: readonly IncidentEvent[]): Grown
}

/**
 * [FO7] A record that accepts late events: how much is folded again is bounded by how far back they belong.
 * @param events the log, each with its stamp
 * @param late more of it, that sessions which have the others lack
 */
export function openMergedRecord(
  events: readonly IncidentEvent[],
  late: readonly IncidentEvent[] = [],
): { readonly record: MergedRecord; readonly grown: Grown } {
  const fold = openSnapshotFold()
  const requests = new Map<RequestId, Seq>()
  let seq = 0
  let rebasedAt = 0

  /** @param anew whether what sessions have is another state, even if the events come after it */
  function take(taken: readonly IncidentEvent[], anew = false): Grown {
    const took = fold.take(taken)
    const { fresh, lines } = took
    const isTail = !took.late && isAscending(fresh, seq)
    for (const event of fresh) {
      requests.set(requestOf(event.id), event.seq)
      seq = Math.max(seq, event.seq)
    }
    if (isTail && !anew) return { fresh }
    rebasedAt = seq
    return { fresh, rebased: lines }
  }

  take(events)
  // A session may have folded the same events without their stamps, before others were written concurrently.
  const grown = take(late, true)
  const record: MergedRecord = {
    get incident() {
      const incident = fold.incident()
      if (incident === undefined) throw new Error('There is no incident without an event')
      return incident
    },
    get seq() {
      return seq
    },
    get rebasedAt() {
      return rebasedAt
    },
    events: fold.events,
    line: fold.line,
    seqOfRequest: request => requests.get(request),
    timeline: fold.timeline,
    advance: (_, appended) => void take(appended),
    take: some => take(some),
  }
  return { record, grown }
}

function isAscending(events: readonly IncidentEvent[], after: Seq): boolean {
  return events.every(({ seq }, at) => seq > (events[at - 1]?.seq ?? after))
}
