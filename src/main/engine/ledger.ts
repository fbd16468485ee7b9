import type { Receipt } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import type { IncidentSummary } from '../../shared/contract/incidents'
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
import { type Merged, mergeAhead, mergeBatch } from './merge'
import { placeAfter } from './outbox/order'
import type { Logger } from './ports'
import { appendEvents } from './record/append'
import type { ImportBatch, Imported, ImportRefusal } from './record/import'
import { type Act, insertAct, lastPlace, readAct, writeAct } from './storage/acts'
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
  /** Rows that were written, also of kinds that are not known here, and the place of the last. */
  readonly rows: { readonly count: number; readonly seq: Seq }
  /** Some of the events belong before others that were told: the whole record takes their place. */
  readonly rebased?: true
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
  /** [RK9] Takes events of other machines: all of a batch or nothing of it. */
  merge(batch: ImportBatch, now: Millis): Reply<Imported, ImportRefusal | Fault>
  /** [RK10] Takes what is held of an incident because it is far ahead of this machine's clock, on a person's word. */
  admitAhead(incident: IncidentId): Reply<Imported, ImportRefusal | Fault>
  /** Whether several machines wrote at the same time, so that its events are not in the order of their places. */
  isMerged(incident: IncidentId): boolean
}

interface Taken {
  readonly imported: Imported
  /** Absent: nothing of it was new. */
  readonly committed?: Committed
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
  /** In the order of all machines, of those of `records` where several machines wrote at the same time. */
  const merged = new Map<IncidentId, IncidentEvent[]>()
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
    const fresh = openLiveRecord(reading.events, reading.seq)
    hold(incident, fresh, reading)
    return fresh
  }

  function hold(incident: IncidentId, fresh: OwnedRecord, { events, end }: LogReading): void {
    records.set(incident, fresh)
    ends.set(incident, end)
    if (end.merged) merged.set(incident, [...events])
  }

  function drop(incident: IncidentId): void {
    for (const held of [records, ends, merged]) held.delete(incident)
  }

  function foldRemains(incident: IncidentId, reading: LogReading): OwnedRecord | null {
    const left = remainsOf(reading)
    remains.set(incident, left)
    return left.record
  }

  /** [OB20] */
  function placed(act: Act): Act {
    const before = readAct(db, act.id)
    return before === undefined ? act : { ...act, place: placeAfter(before, act, () => lastPlace(db)) }
  }

  function write(incident: IncidentId, request: RequestId, decision: Decision, now: Millis): Committed {
    const before = record(incident)
    const written = inTransaction(db, () => {
      const append = { incident, drafts: decision.events, request, now, systemNow: systemNow(), origin: origin.id }
      const { events, end } = appendEvents(db, append, ends.get(incident) ?? NO_END)
      const head = foldHead(before?.incident, events)
      const headChanged = head !== before?.incident
      const known = summaries.get(incident)
      const summary = headChanged || known === undefined ? summaryOf(head) : known
      const listed = incident !== HOUSE_LOG
      const summaryChanged = listed && headChanged && !sameSummary(known, summary)
      if (summaryChanged) writeSummary(db, summary)
      for (const act of decision.newActs ?? []) insertAct(db, act, origin.id)
      for (const act of decision.changedActs ?? []) writeAct(db, placed(act), origin.id)
      return { events, end, head, headChanged, summary, summaryChanged }
    })
    const { events, end, head, headChanged, summary, summaryChanged } = written
    const after = before?.seq ?? 0
    if (incident !== HOUSE_LOG) summaries.set(incident, summary)
    const moved = before ?? openLiveRecord(events)
    if (before !== null) before.advance(head, events)
    records.set(incident, moved)
    ends.set(incident, end)
    merged.get(incident)?.push(...events)
    const rows = { count: events.length, seq: moved.seq }
    const actsChanged = (decision.newActs ?? decision.changedActs) !== undefined
    return { incident, after, events, record: moved, headChanged, summaryChanged, actsChanged, rows }
  }

  function take(incident: IncidentId, merge: () => Reply<Merged, ImportRefusal>): Reply<Taken, ImportRefusal> {
    const after = record(incident)?.seq ?? 0
    const taken = merge()
    if (!taken.ok) return taken
    if (taken.value.imported.added === 0) return ok({ imported: taken.value.imported })
    const { imported, reading, record: fresh } = taken.value
    hold(incident, fresh, reading)
    summaries.set(incident, summaryOf(fresh.incident))
    const events = reading.arrived.filter(({ seq }) => seq > after)
    const changed = { headChanged: true, summaryChanged: true, actsChanged: false }
    const rows = { count: imported.added, seq: reading.head.seq }
    const rebased = reading.end.merged && ({ rebased: true } as const)
    return ok({ imported, committed: { incident, after, events, record: fresh, ...changed, rows, ...rebased } })
  }

  return {
    record,
    summaries: () => [...summaries.values()].sort((a, b) => b.declaredAt - a.declaredAt),
    events(incident, after, limit) {
      // Read as a whole first, so that nothing is shown that was not checked.
      record(incident)
      const some = remains.get(incident)?.events ?? merged.get(incident)
      if (some === undefined) return eventsAfter(db, incident, after, limit)
      const first = some.findIndex(({ seq }) => seq > after)
      return first < 0 ? [] : some.slice(first, first + limit)
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
    isMerged: incident => record(incident) !== null && merged.has(incident),
    merge: (batch, now) =>
      takeAndTell(batch.incident, () => mergeBatch({ db, origin }, batch, { now, systemNow: systemNow() })),
    admitAhead: incident => takeAndTell(incident, () => mergeAhead({ db, origin }, incident)),
  }

  function takeAndTell(
    incident: IncidentId,
    merge: () => Reply<Merged, ImportRefusal>,
  ): Reply<Imported, ImportRefusal | Fault> {
    record(incident)
    if (damages.of(incident) !== undefined) return fail({ code: 'damaged-here', at: 0 })
    const taken = attempt(incident, () => take(incident, merge))
    if (!taken.ok) return taken
    if (!taken.value.ok) return taken.value
    const { imported, committed } = taken.value.value
    if (committed !== undefined) tell(committed)
    return ok(imported)
  }

  function attempt<T>(incident: IncidentId, body: () => T): Reply<T, Fault> {
    try {
      return ok(body())
    } catch (cause) {
      // What is in memory may be behind what reached the disk: fold anew from the log at the next use.
      drop(incident)
      logger.error('An append failed', { incident, cause: String(cause) })
      return fail(storageFault(cause))
    }
  }
}
