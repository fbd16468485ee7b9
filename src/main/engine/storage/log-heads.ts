import type { IncidentId, Seq } from '../../../shared/domain/ids'
import type { ReadableDb } from './database'
import type { LogHead } from './log-reader'
import { statement } from './statements'

/** How far the log of each incident reaches, by the index alone. @throws where the index cannot be read */
export function logEnds(db: ReadableDb): ReadonlyMap<IncidentId, Pick<LogHead, 'count' | 'seq'>> {
  const rows = statement(db, 'SELECT incident, count(*) AS count, max(seq) AS seq FROM event GROUP BY incident').all()
  return new Map(
    rows.map(({ incident, count, seq }) => [
      String(incident) as IncidentId,
      { count: Number(count), seq: Number(seq) },
    ]),
  )
}

/** How far a log reaches, and whether the head that was written down of it is in it. */
export interface KnownEnd extends Pick<LogHead, 'count' | 'seq'> {
  readonly holds: boolean
}

/**
 * The same for a start, which cannot wait for the index of a million events: what comes before a head that is still in
 * its log was counted when that head was saved, so that only what came after it is counted. Events that were removed
 * before the head break their chain, which the check of the whole log reports. @throws if the index cannot be read
 */
export function logEndsBehind(
  db: ReadableDb,
  heads: ReadonlyMap<IncidentId, LogHead>,
): ReadonlyMap<IncidentId, KnownEnd> {
  return new Map(
    loggedIncidents(db).map(({ incident, seq }) => [incident, endBehind(db, incident, seq, heads.get(incident))]),
  )
}

function endBehind(db: ReadableDb, incident: IncidentId, seq: Seq, head: LogHead | undefined): KnownEnd {
  if (head === undefined || !holdsHead(db, incident, head))
    return { count: countAfter(db, incident, 0), seq, holds: false }
  return { count: head.count + (head.seq === seq ? 0 : countAfter(db, incident, head.seq)), seq, holds: true }
}

function holdsHead(db: ReadableDb, incident: IncidentId, { seq, hash }: LogHead): boolean {
  try {
    return hashAt(db, incident, seq) === hash
  } catch {
    // A broken page: reading that log names the place.
    return false
  }
}

/** One step of the index for each incident, instead of one for each event. */
function loggedIncidents(db: ReadableDb): readonly { readonly incident: IncidentId; readonly seq: Seq }[] {
  const sql = `WITH RECURSIVE logged (incident) AS (
      SELECT min(incident) FROM event
      UNION ALL SELECT (SELECT min(incident) FROM event WHERE incident > logged.incident) FROM logged
        WHERE logged.incident IS NOT NULL
    )
    SELECT incident, (SELECT max(seq) FROM event WHERE event.incident = logged.incident) AS seq
      FROM logged WHERE incident IS NOT NULL`
  return statement(db, sql)
    .all()
    .map(({ incident, seq }) => ({ incident: String(incident) as IncidentId, seq: Number(seq) }))
}

function countAfter(db: ReadableDb, incident: IncidentId, seq: Seq): number {
  const row = statement(db, 'SELECT count(*) AS count FROM event WHERE incident = ? AND seq > ?').get(incident, seq)
  return Number(row?.count)
}

/** Place and hash of the newest event of an incident's log. @throws on a broken page */
export function logEnd(db: ReadableDb, incident: IncidentId): Pick<LogHead, 'seq' | 'hash'> | undefined {
  const row = statement(db, 'SELECT seq, hash FROM event WHERE incident = ? ORDER BY seq DESC LIMIT 1').get(incident)
  return row === undefined ? undefined : { seq: Number(row.seq), hash: String(row.hash) }
}

/** Kinds of the events of an incident's log after a place. @throws on a broken page */
export function kindsAfter(db: ReadableDb, incident: IncidentId, seq: Seq): readonly string[] {
  const rows = statement(db, 'SELECT DISTINCT kind FROM event WHERE incident = ? AND seq > ?').all(incident, seq)
  return rows.map(({ kind }) => String(kind))
}

/**
 * Events that were written and are not there any more, in all logs together: a place is given once, and one that is not
 * used after all is given back with its transaction. @throws where the index cannot be read
 */
export function missingEvents(db: ReadableDb): number {
  const given = statement(db, "SELECT seq FROM sqlite_sequence WHERE name = 'event'").get()
  const there = statement(db, 'SELECT count(*) AS count FROM event').get()
  return Math.max(0, Number(given?.seq ?? 0) - Number(there?.count ?? 0))
}

/** The newest event of an origin in an incident's log. @throws on a broken page */
export function originHead(
  db: ReadableDb,
  incident: IncidentId,
  origin: string,
): { readonly counter: number; readonly hash: string } | undefined {
  const row = statement(
    db,
    'SELECT counter, hash FROM event WHERE incident = ? AND origin = ? ORDER BY seq DESC LIMIT 1',
  ).get(incident, origin)
  return row === undefined ? undefined : { counter: Number(row.counter), hash: String(row.hash) }
}

/** Whether an incident's log has this very event of an origin; looked for from its end. @throws on a broken page */
export function hasEvent(
  db: ReadableDb,
  incident: IncidentId,
  origin: string,
  { counter, hash }: { readonly counter: number; readonly hash: string },
): boolean {
  const sql =
    'SELECT 1 FROM event WHERE incident = ? AND origin = ? AND counter = ? AND hash = ? ORDER BY seq DESC LIMIT 1'
  return statement(db, sql).get(incident, origin, counter, hash) !== undefined
}

/** Hash of the event at a place, if it is of that incident. @throws on a broken page */
export function hashAt(db: ReadableDb, incident: IncidentId, seq: Seq): string | undefined {
  const row = statement(db, 'SELECT hash FROM event WHERE seq = ? AND incident = ?').get(seq, incident)
  return row === undefined ? undefined : String(row.hash)
}

/**
 * Where an origin's event of that counter is in an incident's log, counted from 1; if there is none, the place after
 * its last. @throws on a broken page
 */
export function headPlaceOf(
  db: ReadableDb,
  incident: IncidentId,
  { origin, counter }: { readonly origin: string; readonly counter: number },
): number {
  const sql = `SELECT count(*) AS before FROM event WHERE incident = ?1 AND seq <
    coalesce((SELECT min(seq) FROM event WHERE incident = ?1 AND origin = ?2 AND counter = ?3), 9223372036854775807)`
  return Number(statement(db, sql).get(incident, origin, counter)?.before ?? 0) + 1
}
