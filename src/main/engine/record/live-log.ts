import { isDeepStrictEqual } from 'node:util'
import type { EntryId, IncidentId, Seq } from '../../../shared/domain/ids'
import type { Timeline } from '../../../shared/domain/timeline'
import { foldHead } from '../../../shared/events/fold'
import { type IncidentEvent, isErasure } from '../../../shared/events/registry'
import type { ReadableDb } from '../storage/database'
import { type LogReading, type LogTail, type OpenedLog, openLog } from '../storage/log-reading'
import { type OwnedRecord, openLiveRecord } from './live-record'
import { type MergedRecord, openMergedRecord } from './merged-record'

/** An incident's log in memory: its state, and where it continues. */
export interface LiveLog {
  readonly tail: LogTail
  /** Null: there is no event yet. */
  readonly record: OwnedRecord | null
  /** The same record, where several machines wrote at the same time. */
  readonly merged: MergedRecord | null
  /**
   * A client that has less of it than this may show what was erased or renamed since, and needs the whole. 0: nothing
   * was.
   */
  readonly anewAt: Seq
}

/** A log after more of it came. */
export interface GrownLog {
  readonly log: LiveLog & { readonly record: OwnedRecord }
  /** What is new and folded, in the order of all machines. */
  readonly fresh: readonly IncidentEvent[]
  /** Lines that were rebuilt, or are gone: some events belong before others. */
  readonly rebased?: ReadonlySet<EntryId>
}

/** A log as it was read as a whole, and what the reading proved. */
export interface ReadLog {
  readonly reading: LogReading
  readonly log: LiveLog
}

/** Folds a log that was read as a whole. */
export function readLiveLog({ reading, tail }: OpenedLog): ReadLog {
  const { events, damage } = reading
  const anewAt = reading.arrived.findLast(isErasure)?.seq ?? 0
  if (events.length === 0 || damage !== null) return { reading, log: { tail, record: null, merged: null, anewAt } }
  if (!tail.reader.merged) return { reading, log: { tail, record: openLiveRecord(events), merged: null, anewAt } }
  const { record: merged } = openMergedRecord(events)
  return { reading, log: { tail, record: merged, merged, anewAt } }
}

/**
 * [FO7] Reads what was appended to a log and folds it: late events from the last saved head before them. The first late
 * events of a log without saved heads cost reading all of it again, because its events have no stamps in memory.
 * @returns undefined if nothing that is folded came. @throws on a failing disk
 */
export function growLog(db: ReadableDb, incident: IncidentId, log: LiveLog, own: string): GrownLog | undefined {
  const { tail, record, merged, anewAt } = log
  const arrived = tail.readOn()
  if (tail.reader.damage !== null) return undefined
  if (tail.reader.people.outdated || arrived.some(isErasure)) return readAnew(db, incident, own, arrived, record)
  if (merged !== null) return { log: { tail, record: merged, merged, anewAt }, ...merged.take(arrived) }
  if (tail.reader.merged) return turnMerged(db, incident, own, arrived)
  if (arrived.length === 0) return record === null ? undefined : { log: { tail, record, merged, anewAt }, fresh: [] }
  const grown = record ?? openLiveRecord(arrived)
  if (record !== null) record.advance(foldHead(record.incident, arrived), arrived)
  return { log: { tail, record: grown, merged, anewAt }, fresh: arrived }
}

/** [ER1] [NP1] What is folded already was erased, or is by people whose names came only now. */
function readAnew(
  db: ReadableDb,
  incident: IncidentId,
  own: string,
  arrived: readonly IncidentEvent[],
  before: OwnedRecord | null,
): GrownLog | undefined {
  const { reading, log } = readLiveLog(openLog(db, incident, own))
  const { record } = log
  if (record === null) return undefined
  const late = new Set(arrived.map(({ id }) => id))
  const rebased = changedLines(before?.timeline() ?? [], record.timeline())
  return {
    log: { ...log, record, anewAt: record.seq },
    fresh: reading.events.filter(({ id }) => late.has(id)),
    rebased,
  }
}

/** Lines that are others than they were, with those that are new or gone. */
function changedLines(before: Timeline, after: Timeline): ReadonlySet<EntryId> {
  const known = new Map(before.map(entry => [entry.id, entry]))
  const changed = new Set<EntryId>()
  for (const entry of after) {
    if (!isDeepStrictEqual(known.get(entry.id), entry)) changed.add(entry.id)
    known.delete(entry.id)
  }
  for (const id of known.keys()) changed.add(id)
  return changed
}

function turnMerged(
  db: ReadableDb,
  incident: IncidentId,
  own: string,
  arrived: readonly IncidentEvent[],
): GrownLog | undefined {
  const { reading, tail } = openLog(db, incident, own)
  const late = new Set(arrived.map(({ id }) => id))
  const { events } = reading
  const { record: merged, grown } = openMergedRecord(
    events.filter(({ id }) => !late.has(id)),
    events.filter(({ id }) => late.has(id)),
  )
  return merged.events.length === 0 ? undefined : { log: { tail, record: merged, merged, anewAt: 0 }, ...grown }
}
