import type { ArchiveQuestion } from '../../../shared/domain/archive/archive-question'
import type { ArchivedIncident } from '../../../shared/domain/archive/archived-incident'
import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/**
 * [AV1] The incidents of the search index: one row of each for the list, and all of its words in one text of FTS5, so
 * that words are found together wherever in it they stand. Their numbers rise with the time at which they began: the
 * newest come first without any being sorted. Beginnings of up to three letters have an index of their own, because
 * FTS5 would lay thousands of words together for each letter that is typed.
 */
export const ARCHIVE_TABLES = `
  CREATE TABLE archived (
    id INTEGER PRIMARY KEY,
    incident TEXT NOT NULL UNIQUE,
    worst TEXT NOT NULL,
    ended INTEGER,
    texts INTEGER NOT NULL,
    row TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE past USING fts5(
    title, services, alerts, people, ending, lines,
    content='', contentless_delete=1, prefix='1 2 3', tokenize="unicode61 remove_diacritics 2"
  )`

/** How much a word counts where it stands: in the title most, in one of a thousand lines least. */
const WEIGHTS = '10, 6, 6, 3, 4, 1'

/** Words of an incident as they are indexed, by where they stand. */
export interface ArchivedWords {
  readonly title: string
  readonly services: string
  readonly alerts: string
  readonly people: string
  readonly ending: string
  readonly lines: string
}

export interface ArchivedEntry {
  readonly row: ArchivedIncident
  /** How many texts its words are of. */
  readonly texts: number
}

export function archivedEntry(db: ReadableDb, incident: IncidentId): ArchivedEntry | undefined {
  const found = statement(db, 'SELECT row, texts FROM archived WHERE incident = ?').get(incident)
  return found && { row: JSON.parse(String(found.row)) as ArchivedIncident, texts: Number(found.texts) }
}

/** Replaces what is there of it; call it in a transaction. */
export function putArchived(db: WritableDb, { row, texts }: ArchivedEntry, words: ArchivedWords): void {
  dropArchived(db, row.id)
  const id = freeNumber(db, row.began)
  statement(db, 'INSERT INTO archived (id, incident, worst, ended, texts, row) VALUES (?, ?, ?, ?, ?, ?)').run(
    ...[id, row.id, row.worst, row.ended, texts, JSON.stringify(row)],
  )
  statement(
    db,
    'INSERT INTO past (rowid, title, services, alerts, people, ending, lines) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(...[id, words.title, words.services, words.alerts, words.people, words.ending, words.lines])
}

export function dropArchived(db: WritableDb, incident: IncidentId): void {
  const known = statement(db, 'SELECT id FROM archived WHERE incident = ?').get(incident)
  if (known === undefined) return
  statement(db, 'DELETE FROM past WHERE rowid = ?').run(known.id ?? null)
  statement(db, 'DELETE FROM archived WHERE id = ?').run(known.id ?? null)
}

/** Numbers for each millisecond. */
const PER_INSTANT = 1_000
/** So that a number is exact: beyond the year 2255. */
const LAST_INSTANT = 9e12

/** The number of an instant, before which all that began earlier have theirs. */
function numberAt(at: number): number {
  return Math.trunc(Math.min(Math.max(at, 0), LAST_INSTANT)) * PER_INSTANT
}

function freeNumber(db: ReadableDb, began: number): number {
  const first = numberAt(began)
  const taken = statement(db, 'SELECT max(id) AS id FROM archived WHERE id BETWEEN ? AND ?').get(
    first,
    first + PER_INSTANT - 1,
  )
  // More than a thousand of one millisecond go on into the next.
  let free = taken?.id == null ? first : Number(taken.id) + 1
  while (statement(db, 'SELECT 1 FROM archived WHERE id = ?').get(free) !== undefined) free += 1
  return free
}

type Limits = Pick<ArchiveQuestion, 'severities' | 'status' | 'from' | 'to'>

export interface FoundIncident {
  readonly number: number
  readonly row: ArchivedIncident
  /** Less is better; 0 where nothing was ranked. */
  readonly rank: number
}

export interface ArchiveRead {
  /** A query of FTS5; undefined: no words. */
  readonly match: string | undefined
  readonly limits: Limits
  /** Only those before this number; null: all. */
  readonly before: number | null
  readonly ranked: boolean
  readonly limit: number
}

/** [AV3] What the archive has, the newest first. @throws on a broken index */
export function readArchive(db: ReadableDb, read: ArchiveRead): readonly FoundIncident[] {
  const { match, ranked } = read
  const { sql, values } = limitsOf(read)
  const rank = ranked && match !== undefined ? `bm25(past, ${WEIGHTS})` : '0'
  const from =
    match === undefined
      ? `archived WHERE ${sql} ORDER BY archived.id DESC`
      : // The order of FTS5's own numbers is the only one that it gives without reading all of them.
        `past JOIN archived ON archived.id = past.rowid WHERE past MATCH ? AND ${sql} ORDER BY past.rowid DESC`
  const texts = match === undefined ? [] : [match]
  const rows = statement(db, `SELECT archived.id AS number, row, ${rank} AS rank FROM ${from} LIMIT ?`).all(
    ...[...texts, ...values, read.limit],
  )
  return rows.map(found => ({
    number: Number(found.number),
    row: JSON.parse(String(found.row)) as ArchivedIncident,
    rank: Number(found.rank),
  }))
}

function limitsOf({ match, limits, before }: ArchiveRead) {
  const number = match === undefined ? 'archived.id' : 'past.rowid'
  const { severities, status, from, to } = limits
  const values: (string | number)[] = [numberAt(from ?? 0), Math.min(before ?? Number.MAX_SAFE_INTEGER, toNumber(to))]
  const some = [`${number} >= ? AND ${number} < ?`]
  if (severities.length > 0) {
    some.push(`worst IN (${severities.map(() => '?').join(', ')})`)
    values.push(...severities)
  }
  if (status !== null) some.push(status === 'ended' ? 'ended IS NOT NULL' : 'ended IS NULL')
  return { sql: some.join(' AND '), values }
}

function toNumber(to: number | null): number {
  return to === null ? Number.MAX_SAFE_INTEGER : numberAt(to)
}
