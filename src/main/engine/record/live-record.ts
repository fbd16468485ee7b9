import type { EntryId, RequestId, Seq } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { changeTimeline, type LineChange, type Timeline, type TimelineEntry } from '../../../shared/domain/timeline'
import { foldHead, lineChanges } from '../../../shared/events/fold'
import type { IncidentEvent } from '../../../shared/events/registry'
import { requestOf } from '../storage/event-log'

/** One incident in the engine's memory. Its head is always there; its timeline is sorted when it is read. */
export interface LiveRecord {
  readonly incident: Incident
  readonly seq: Seq
  line(id: EntryId): TimelineEntry | undefined
  /** Place of the last event that a request made; undefined: it made none here, so it was not done. */
  seqOfRequest(request: RequestId): Seq | undefined
  timeline(): Timeline
}

/** A live record that its owner, the ledger, moves on after a commit. */
export interface OwnedRecord extends LiveRecord {
  /** Takes events that are on disk; `head` is the incident after them. */
  advance(head: Incident, events: readonly IncidentEvent[]): void
}

/**
 * Folds the beginning of a log into a live record. An append to it costs the same however long its timeline is: scribes
 * type for hours, and every line must be as quick as the first.
 */
export function openLiveRecord(events: readonly IncidentEvent[]): OwnedRecord {
  let incident = foldHead(undefined, events)
  let seq: Seq = 0
  let timeline: Timeline = []
  let pending: LineChange[] = []
  const lines = new Map<EntryId, TimelineEntry>()
  // Asked at every command: looking on the disk would be a tenth of what an append costs beside its sync.
  const requests = new Map<RequestId, Seq>()

  function take(taken: readonly IncidentEvent[]): void {
    for (const change of lineChanges(taken, incident)) {
      pending.push(change)
      index(change)
    }
    for (const event of taken) requests.set(requestOf(event.id), event.seq)
    seq = taken.at(-1)?.seq ?? seq
  }

  function index(change: LineChange): void {
    if (change.change === 'added') {
      lines.set(change.entry.id, change.entry)
      return
    }
    const line = lines.get(change.id)
    if (line !== undefined) lines.set(change.id, change.amend(line))
  }

  take(events)
  return {
    get incident() {
      return incident
    },
    get seq() {
      return seq
    },
    line: id => lines.get(id),
    seqOfRequest: request => requests.get(request),
    timeline() {
      timeline = changeTimeline(timeline, pending)
      pending = []
      return timeline
    },
    advance(head, taken) {
      incident = head
      take(taken)
    },
  }
}
