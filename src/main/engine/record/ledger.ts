import type { Receipt } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import type { LogDamage } from '../../../shared/contract/record-problems'
import { HOUSE_LOG } from '../../../shared/domain/house-log'
import type { EntryId, IncidentId, RequestId, Seq } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { foldHead } from '../../../shared/events/fold'
import { type IncidentEvent, isErasure } from '../../../shared/events/registry'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { type Damages, openDamages, readOnlyFault } from '../integrity/damages'
import { type Remains, remainsOf } from '../integrity/remains'
import { placeAfter } from '../outbox/order'
import type { Logger } from '../ports'
import { inTransaction } from '../storage/database'
import { eventsAfter } from '../storage/event-log'
import { type LogReading, openLog } from '../storage/log-reading'
import { type ProvenTail, provenTail } from '../storage/proven-tail'
import { insertQueuedItem, lastPlace, type QueuedItem, readQueuedItem, writeQueuedItem } from '../storage/queued-items'
import { storageFault } from '../storage/storage-fault'
import type { Store } from '../storage/store'
import { readSummaries, writeSummary } from '../storage/summaries'
import { openWorkspaceLog, workspaceOf } from '../storage/workspace-stream'
import { appendEvents } from './append'
import type { Decision } from './decision'
import type { ImportBatch, Imported, ImportRefusal } from './import'
import { type LiveLog, type ReadLog, readLiveLog } from './live-log'
import { type LiveRecord, type OwnedRecord, openLiveRecord } from './live-record'
import { type Merged, mergeAhead, mergeBatch, writeErasing } from './merge'
import { sendsFromHere } from './sends-from-here'
import { sameSummary, summaryOf } from './summary'

/**
 * Events that are on disk, sent to every listener that shows them or acts on them. `after` is the incident's seq before
 * them.
 */
export interface Committed {
  readonly incident: IncidentId
  readonly after: Seq
  readonly events: readonly IncidentEvent[]
  readonly record: LiveRecord
  /** False for what touches the timeline only: by far the most of all that is typed. */
  readonly headChanged: boolean
  readonly summaryChanged: boolean
  /** The outbox has a new item to process. */
  readonly outboxChanged: boolean
  /** Rows that were written, also of kinds that are not known here, and the place of the last. */
  readonly rows: { readonly count: number; readonly seq: Seq }
  /** Some of the events sort before others that were sent earlier. */
  readonly rebased?: {
    readonly before: Incident
    /** Lines that were rebuilt, or are gone. */
    readonly lines: ReadonlySet<EntryId>
  }
}

/** Every incident as its log has it, and the only way to write to the log. */
export interface Ledger {
  /** [WS1] Id of the folder's own stream, which is written and read like an incident's log. */
  readonly workspace: IncidentId
  /** Who writes here. */
  readonly origin: string
  /** [OW1] Whether what a log asks of other systems is sent from here. */
  sends(log: IncidentId): boolean
  record(incident: IncidentId): LiveRecord | null
  summaries(): readonly IncidentSummary[]
  events(incident: IncidentId, after: Seq, limit: number): readonly IncidentEvent[]
  lastSeq(incident: IncidentId): Seq
  /** [IN12] The newest events of a log that was not read yet, where its tail alone proves them. */
  unreadTail(incident: IncidentId, after: Seq, limit: number): ProvenTail | undefined
  /** Rebuilds an incident's row in the list from its log. False: it was right. @throws on a failing disk */
  mendSummary(incident: IncidentId): boolean
  /** [IN13] Where its log is damaged, as far as that is known. */
  damage(incident: IncidentId): LogDamage | undefined
  /** [IN2] Why nothing may be written to it: its log is damaged. */
  readOnly(incident: IncidentId): Fault | undefined
  /** Writes all of a decision or nothing of it. Faults: `not-stored`, `storage-unknown`, and
   * nothing is shown; `refused`: read-only. */
  commit(incident: IncidentId, request: RequestId, decision: Decision, now: Millis): Reply<Receipt, Fault>
  /** [RK9] Takes events of other machines: all of a batch or nothing of it. */
  merge(batch: ImportBatch, now: Millis): Reply<Imported, ImportRefusal | Fault>
  /** [RK10] Takes what is held of an incident because it is far ahead of this machine's clock, on a person's word. */
  admitAhead(incident: IncidentId): Reply<Imported, ImportRefusal | Fault>
  /**
   * If several machines wrote at the same time: up to this place its events are not in the order in which they came, so
   * that a session that has less of it needs the whole record. 0: they are.
   */
  rebasedAt(incident: IncidentId): Seq
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
  const logs = new Map<IncidentId, LiveLog>()
  const workspace = ownStream(db)
  /** [WS1] What was written before the folder's own stream had an id. */
  let beginning: readonly IncidentEvent[] = []
  /** What can be read of damaged logs, by incident. */
  const remains = new Map<IncidentId, Remains>()
  // Written with each change of a summary and read once: listing incidents must not fold them.
  const summaries = new Map(readSummaries(db).map(summary => [summary.id, summary]))

  const sends = sendsFromHere({ db, origin }, { workspace, incident: log => record(log)?.incident })
  const streamOf = (incident: IncidentId) => (incident === HOUSE_LOG ? workspace : incident)

  function record(named: IncidentId): OwnedRecord | null {
    const incident = streamOf(named)
    const left = remains.get(incident)
    return left === undefined ? logOf(incident).record : left.record
  }

  /** Not cached while it has no event: a caller may ask for any id. */
  function logOf(incident: IncidentId): LiveLog {
    const known = logs.get(incident)
    if (known !== undefined) return known
    const { reading, log } = incident === workspace ? readWorkspaceLog() : readLiveLog(openLog(db, incident, origin.id))
    if (reading.damage !== null) damages.add(incident, reading.damage, reading.head.count)
    if (damages.of(incident) !== undefined) return { ...log, record: foldRemains(incident, reading), merged: null }
    if (log.record !== null) logs.set(incident, log)
    return log
  }

  /** Damage at its beginning is reported, and does not stop the work on it. */
  function readWorkspaceLog(): ReadLog {
    const { beginning: before, ...opened } = openWorkspaceLog(db, workspace, origin.id)
    if (before.damage !== null) damages.add(HOUSE_LOG, before.damage)
    beginning = before.arrived
    return readLiveLog(opened)
  }

  function foldRemains(incident: IncidentId, reading: LogReading): OwnedRecord | null {
    const left = remainsOf(reading)
    remains.set(incident, left)
    return left.record
  }

  /** [OB20] */
  function placed(act: QueuedItem): QueuedItem {
    const before = readQueuedItem(db, act.id)
    return before === undefined ? act : { ...act, place: placeAfter(before, act, () => lastPlace(db)) }
  }

  function write(incident: IncidentId, request: RequestId, decision: Decision, now: Millis): Committed {
    const log = logOf(incident)
    const before = log.record
    const written = inTransaction(db, () => {
      const stream = incident === workspace ? ('workspace' as const) : ('incident' as const)
      const at = { now, systemNow: systemNow(), origin: origin.id }
      const append = { incident, stream, drafts: decision.events, request, ...at }
      const { events, end } = appendEvents(db, append, log.tail.reader.end)
      const head = foldHead(before?.incident, events)
      const headChanged = head !== before?.incident
      const known = summaries.get(incident)
      const summary = headChanged || known === undefined ? summaryOf(head) : known
      const listed = incident !== workspace
      const summaryChanged = listed && headChanged && !sameSummary(known, summary)
      if (summaryChanged) writeSummary(db, summary)
      const asked = decision.newItems ?? []
      const isHeld = asked.length > 0 && !sends(incident)
      for (const act of asked)
        insertQueuedItem(db, isHeld && act.state === 'waiting' ? { ...act, state: 'held' } : act, origin.id)
      for (const act of decision.changedItems ?? []) writeQueuedItem(db, placed(act), origin.id)
      return { events, end, head, headChanged, summary, summaryChanged }
    })
    const { events, end, head, headChanged, summary, summaryChanged } = written
    const after = before?.seq ?? 0
    if (incident !== workspace) summaries.set(incident, summary)
    const moved = before ?? openLiveRecord(events)
    if (before !== null) before.advance(head, events)
    const last = events.at(-1)
    if (last !== undefined) log.tail.reader.wrote(end, { ...last, count: events.length })
    logs.set(incident, { ...log, record: moved })
    const rows = { count: events.length, seq: moved.seq }
    const outboxChanged = (decision.newItems ?? decision.changedItems) !== undefined
    return { incident, after, events, record: moved, headChanged, summaryChanged, outboxChanged, rows }
  }

  /** [ER1] */
  function erase(incident: IncidentId, request: RequestId, { events: drafts }: Decision, now: Millis): Committed {
    const append = { incident, drafts, request, now, systemNow: systemNow(), origin: origin.id }
    const taken = take(incident, log => writeErasing({ db, origin }, append, log))
    if (!taken.ok || taken.value.committed === undefined) throw new Error('Nothing was erased')
    return taken.value.committed
  }

  function take(
    incident: IncidentId,
    merge: (log: LiveLog) => Reply<Merged, ImportRefusal>,
  ): Reply<Taken, ImportRefusal> {
    const log = logOf(incident)
    const { seq: after = 0, incident: before } = log.record ?? {}
    const read = log.tail.reader.head.seq
    const taken = merge(log)
    // Refused after it was read: what is in memory is not what is on the disk.
    if (!taken.ok && log.tail.reader.head.seq !== read) logs.delete(incident)
    if (!taken.ok) return taken
    const { imported, grown } = taken.value
    if (grown === undefined) return ok({ imported })
    logs.set(incident, grown.log)
    if (imported.added === 0) return ok({ imported })
    const { record: now } = grown.log
    summaries.set(incident, summaryOf(now.incident))
    const changed = { headChanged: true, summaryChanged: true, outboxChanged: false }
    const rows = { count: imported.added, seq: grown.log.tail.reader.head.seq }
    const rebased = before && grown.rebased && { rebased: { before, lines: grown.rebased } }
    return ok({
      imported,
      committed: { incident, after, events: grown.fresh, record: now, ...changed, rows, ...rebased },
    })
  }

  return {
    record,
    summaries: () => [...summaries.values()].sort((a, b) => b.declaredAt - a.declaredAt),
    workspace,
    origin: origin.id,
    sends: log => sends(streamOf(log)),
    events(named, after, limit) {
      const incident = streamOf(named)
      // Read as a whole first, so that nothing is shown that was not checked.
      record(incident)
      const begins = incident === workspace && after < (beginning.at(-1)?.seq ?? 0)
      const some =
        remains.get(incident)?.events ?? logs.get(incident)?.merged?.events ?? (begins ? beginning : undefined)
      if (some === undefined) return eventsAfter(db, incident, after, limit, logOf(incident).tail.reader)
      return some.filter(({ seq }) => seq > after).slice(0, limit)
    },
    lastSeq: incident => record(incident)?.seq ?? 0,
    unreadTail(incident, after, limit) {
      const isRead = logs.has(incident) || remains.has(incident) || damages.of(incident) !== undefined
      if (isRead || after === 0 || streamOf(incident) === workspace) return undefined
      return provenTail(db, incident, after, limit)
    },
    damage: incident => damages.of(streamOf(incident)),
    readOnly(incident) {
      const damage = damages.of(streamOf(incident))
      return damage && readOnlyFault(damage)
    },
    mendSummary(incident) {
      const head = streamOf(incident) === workspace ? undefined : record(incident)?.incident
      if (head === undefined || sameSummary(summaries.get(incident), summaryOf(head))) return false
      summaries.set(incident, summaryOf(head))
      if (damages.of(incident) === undefined) writeSummary(db, summaryOf(head))
      return true
    },
    commit(named, request, decision, now) {
      const incident = streamOf(named)
      record(incident)
      const damage = damages.of(incident)
      if (damage !== undefined) return fail(readOnlyFault(damage))
      const written = attempt(incident, () =>
        (decision.events.some(isErasure) ? erase : write)(incident, request, decision, now),
      )
      if (!written.ok) return written
      // Outside of the attempt: what goes wrong in telling must not read as a failed append.
      tell(written.value)
      return ok({ seq: written.value.record.seq })
    },
    rebasedAt: incident => {
      const { anewAt, merged } = logOf(streamOf(incident))
      return Math.max(anewAt, merged?.rebasedAt ?? 0)
    },
    merge: (batch, now) =>
      takeAndTell(batch.incident, log => mergeBatch({ db, origin }, batch, log, { now, systemNow: systemNow() })),
    admitAhead: incident => takeAndTell(incident, log => mergeAhead({ db, origin }, incident, log)),
  }

  function takeAndTell(
    incident: IncidentId,
    merge: (log: LiveLog) => Reply<Merged, ImportRefusal>,
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
      // The state in memory may be behind the disk: fold again from the log at the next use.
      logs.delete(incident)
      logger.error('An append failed', { incident, cause: String(cause) })
      return fail(storageFault(cause))
    }
  }
}

function ownStream(db: Store['db']): IncidentId {
  const id = workspaceOf(db)
  if (id === undefined) throw new Error('The record has lost the id of the stream that belongs to no incident')
  return id
}
