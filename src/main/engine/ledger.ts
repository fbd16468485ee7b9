import type { Receipt } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import type { IncidentSummary } from '../../shared/contract/views'
import type { IncidentId, RequestId, Seq } from '../../shared/domain/ids'
import { foldHead } from '../../shared/events/fold'
import type { IncidentEvent } from '../../shared/events/registry'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import type { Millis } from '../../shared/lib/time'
import type { Decision } from './decision'
import { type LiveRecord, type OwnedRecord, openLiveRecord } from './live-record'
import type { Logger } from './ports'
import { insertAct, writeAct } from './storage/acts'
import { inTransaction, type WritableDb } from './storage/database'
import { appendEvents, eventsAfter, lastSeq } from './storage/event-log'
import { readSummaries, writeSummary } from './storage/summaries'
import { sameSummary, summaryOf } from './summary'

/** Events that are on disk, told to everyone who shows or acts on them. `after` is the incident's seq before them. */
export interface Committed {
  readonly incident: IncidentId
  readonly after: Seq
  readonly events: readonly IncidentEvent[]
  readonly record: LiveRecord
  /** False for what touches the timeline only: by far the most of all that is typed. */
  readonly headChanged: boolean
  readonly summaryChanged: boolean
  /** The outbox has something new to look at. */
  readonly actsChanged: boolean
}

/** Every incident as the log tells it, and the only way to write to the log. */
export interface Ledger {
  record(incident: IncidentId): LiveRecord | null
  summaries(): readonly IncidentSummary[]
  events(incident: IncidentId, after: Seq, limit: number): readonly IncidentEvent[]
  lastSeq(incident: IncidentId): Seq
  /** Writes all of a decision or nothing of it. Fault: `storage-unknown`, and nothing is shown. */
  commit(incident: IncidentId, request: RequestId, decision: Decision, now: Millis): Reply<Receipt, Fault>
}

export function openLedger(db: WritableDb, logger: Logger, tell: (committed: Committed) => void): Ledger {
  const records = new Map<IncidentId, OwnedRecord>()
  // Written with each change of a summary and read once: listing incidents must not fold them.
  const summaries = new Map(readSummaries(db).map(summary => [summary.id, summary]))

  function record(incident: IncidentId): OwnedRecord | null {
    const known = records.get(incident) ?? recordFromLog(db, incident)
    if (known !== undefined) records.set(incident, known)
    return known ?? null
  }

  function write(incident: IncidentId, request: RequestId, decision: Decision, now: Millis): Committed {
    const before = record(incident)
    const written = inTransaction(db, () => {
      const events = appendEvents(db, { incident, drafts: decision.events, request, now })
      const head = foldHead(before?.incident, events)
      const headChanged = head !== before?.incident
      const summary = summaryOf(head)
      const summaryChanged = headChanged && !sameSummary(summaries.get(incident), summary)
      if (summaryChanged) writeSummary(db, summary)
      for (const act of decision.newActs ?? []) insertAct(db, act)
      for (const act of decision.changedActs ?? []) writeAct(db, act)
      return { events, head, headChanged, summary, summaryChanged }
    })
    const { events, head, headChanged, summary, summaryChanged } = written
    const after = before?.seq ?? 0
    summaries.set(incident, summary)
    const moved = before ?? openLiveRecord(events)
    if (before !== null) before.advance(head, events)
    records.set(incident, moved)
    const actsChanged = (decision.newActs ?? decision.changedActs) !== undefined
    return { incident, after, events, record: moved, headChanged, summaryChanged, actsChanged }
  }

  return {
    record,
    summaries: () => [...summaries.values()].sort((a, b) => b.declaredAt - a.declaredAt),
    events: (incident, after, limit) => eventsAfter(db, incident, after, limit),
    lastSeq: incident => records.get(incident)?.seq ?? lastSeq(db, incident),
    commit(incident, request, decision, now) {
      const written = attempt(incident, () => write(incident, request, decision, now))
      if (!written.ok) return written
      // Outside of the attempt: what goes wrong in telling must not read as a failed append.
      tell(written.value)
      return ok({ seq: written.value.record.seq })
    },
  }

  function attempt(incident: IncidentId, body: () => Committed): Reply<Committed, Fault> {
    try {
      return ok(body())
    } catch (cause) {
      // What is in memory may be behind what reached the disk: fold anew from the log at the next use.
      records.delete(incident)
      logger.error('An append failed', { incident, cause: String(cause) })
      return fail(storageFault(cause))
    }
  }
}

function recordFromLog(db: WritableDb, incident: IncidentId): OwnedRecord | undefined {
  const events = eventsAfter(db, incident, 0, Number.MAX_SAFE_INTEGER)
  return events.length === 0 ? undefined : openLiveRecord(events)
}

// A failed sync may still have left the rows on disk, so a failed append is unknown until it is looked up by its id.
function storageFault(cause: unknown): Fault {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return {
    kind: 'storage-unknown',
    message: `The disk refused to keep this (${reason}). It is not known whether it was kept. Make room or check the disk, then try again: nothing is doubled.`,
  }
}
