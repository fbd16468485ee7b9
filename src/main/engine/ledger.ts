import type { Receipt } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import type { IncidentSummary } from '../../shared/contract/views'
import { HOUSE_LOG } from '../../shared/domain/house-log'
import type { IncidentId, RequestId, Seq } from '../../shared/domain/ids'
import { foldHead } from '../../shared/events/fold'
import type { IncidentEvent } from '../../shared/events/registry'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import type { Millis } from '../../shared/lib/time'
import type { Decision } from './decision'
import { type Damages, openDamages, readOnlyFault } from './integrity/damages'
import { type Remains, remainsOf } from './integrity/remains'
import { type LiveRecord, type OwnedRecord, openLiveRecord } from './live-record'
import type { Logger } from './ports'
import { appendEvents } from './record/append'
import { insertAct, writeAct } from './storage/acts'
import { inTransaction } from './storage/database'
import { eventsAfter } from './storage/event-log'
import { NO_END, type StreamEnd } from './storage/log-reader'
import { type LogReading, readLog } from './storage/log-reading'
import type { Store } from './storage/store'
import { readSummaries, writeSummary } from './storage/summaries'
import { storageFault } from './storage-fault'
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
  /** Makes an incident's row in the list anew from its log. False: it was right. @throws on a failing disk */
  mendSummary(incident: IncidentId): boolean
  /** [IN2] Why nothing may be written to it: its log is damaged. */
  readOnly(incident: IncidentId): Fault | undefined
  /** Writes all of a decision or nothing of it. Faults: `not-stored`, `storage-unknown`, and
   * nothing is shown; `refused`: read-only. */
  commit(incident: IncidentId, request: RequestId, decision: Decision, now: Millis): Reply<Receipt, Fault>
}

/** @param systemNow the system's clock, which orders what several machines wrote; the engine's may be a drill's */
export function openLedger(
  { db, origin }: Pick<Store, 'db' | 'origin'>,
  logger: Logger,
  tell: (committed: Committed) => void,
  damages: Damages = openDamages(() => undefined),
  systemNow: () => Millis = Date.now,
): Ledger {
  const records = new Map<IncidentId, OwnedRecord>()
  /** Where the logs of `records` go on. */
  const ends = new Map<IncidentId, StreamEnd>()
  /** What can be read of damaged logs, by incident. */
  const remains = new Map<IncidentId, Remains>()
  // Written with each change of a summary and read once: listing incidents must not fold them.
  const summaries = new Map(readSummaries(db).map(summary => [summary.id, summary]))

  function record(incident: IncidentId): OwnedRecord | null {
    const known = records.get(incident) ?? remains.get(incident)?.record
    if (known !== undefined) return known
    const reading = readLog(db, incident, origin.id)
    if (reading.damage !== null) damages.add(incident, reading.damage)
    if (damages.of(incident) !== undefined) return foldRemains(incident, reading)
    if (reading.events.length === 0) return null
    const fresh = openLiveRecord(reading.events)
    records.set(incident, fresh)
    ends.set(incident, reading.end)
    return fresh
  }

  function foldRemains(incident: IncidentId, reading: LogReading): OwnedRecord | null {
    const left = remainsOf(reading)
    remains.set(incident, left)
    return left.record
  }

  function write(incident: IncidentId, request: RequestId, decision: Decision, now: Millis): Committed {
    const before = record(incident)
    const written = inTransaction(db, () => {
      const append = { incident, drafts: decision.events, request, now, systemNow: systemNow(), origin: origin.id }
      const { events, end } = appendEvents(db, append, ends.get(incident) ?? NO_END)
      const head = foldHead(before?.incident, events)
      const headChanged = head !== before?.incident
      const summary = summaryOf(head)
      const listed = incident !== HOUSE_LOG
      const summaryChanged = listed && headChanged && !sameSummary(summaries.get(incident), summary)
      if (summaryChanged) writeSummary(db, summary)
      for (const act of decision.newActs ?? []) insertAct(db, act)
      for (const act of decision.changedActs ?? []) writeAct(db, act)
      return { events, end, head, headChanged, summary, summaryChanged }
    })
    const { events, end, head, headChanged, summary, summaryChanged } = written
    const after = before?.seq ?? 0
    if (incident !== HOUSE_LOG) summaries.set(incident, summary)
    const moved = before ?? openLiveRecord(events)
    if (before !== null) before.advance(head, events)
    records.set(incident, moved)
    ends.set(incident, end)
    const actsChanged = (decision.newActs ?? decision.changedActs) !== undefined
    return { incident, after, events, record: moved, headChanged, summaryChanged, actsChanged }
  }

  return {
    record,
    summaries: () => [...summaries.values()].sort((a, b) => b.declaredAt - a.declaredAt),
    events(incident, after, limit) {
      // Read as a whole first, so that nothing is shown that was not checked.
      record(incident)
      const left = remains.get(incident)
      if (left === undefined) return eventsAfter(db, incident, after, limit)
      const first = left.events.findIndex(({ seq }) => seq > after)
      return first < 0 ? [] : left.events.slice(first, first + limit)
    },
    lastSeq: incident => record(incident)?.seq ?? 0,
    readOnly(incident) {
      const damage = damages.of(incident)
      return damage && readOnlyFault(damage)
    },
    mendSummary(incident) {
      const head = incident === HOUSE_LOG ? undefined : record(incident)?.incident
      if (head === undefined || sameSummary(summaries.get(incident), summaryOf(head))) return false
      summaries.set(incident, summaryOf(head))
      if (damages.of(incident) === undefined) writeSummary(db, summaryOf(head))
      return true
    },
    commit(incident, request, decision, now) {
      const damage = damages.of(incident)
      if (damage !== undefined) return fail(readOnlyFault(damage))
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
      ends.delete(incident)
      logger.error('An append failed', { incident, cause: String(cause) })
      return fail(storageFault(cause))
    }
  }
}
