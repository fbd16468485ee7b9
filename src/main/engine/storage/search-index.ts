import { chmodSync, existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { FoundText } from '../../../shared/contract/record-search'
import type { IncidentId, Seq } from '../../../shared/domain/ids'
import { ARCHIVE_TABLES, dropArchived } from './archive-index'
import { inTransaction, openForWriting, type ReadableDb, type WritableDb } from './database'
import { formatOf } from './migrate'
import { statement } from './statements'

/**
 * The search index: a file of its own next to the record, made from it and rebuilt whenever it is missing or broken.
 * The words are in FTS5 without their texts; those are in `doc`, as people wrote them.
 */
export const SEARCH_FILE = 'search.sqlite'

/** Another number throws away the indexes of earlier versions. */
const FORMAT = 4

/** Something that can be found. */
export interface Doc {
  readonly kind: FoundText['kind']
  /** Of the line or the update; empty for a title. */
  readonly ref: string
  readonly text: string
  readonly at: number
  readonly by: string
}

/** How far an incident's log is in the index: the place of its last event, and its hash. */
export interface IndexedTo {
  readonly seq: Seq
  readonly hash: string
}

/** Opens it for the one thread that writes it, and makes it where it is not there. @throws where it cannot be used */
export function openSearchIndex(file: string): WritableDb {
  const db = openForWriting(file)
  try {
    chmodSync(file, 0o600)
    // What a power cut takes of it is rebuilt; what is there must be consistent.
    db.exec('PRAGMA synchronous = NORMAL')
    const format = formatOf(db)
    if (format === 0) inTransaction(db, () => db.exec(`${TABLES}; PRAGMA user_version = ${FORMAT}`))
    else if (format !== FORMAT) throw new UnusableIndex(`its format is ${format}`)
    statement(db, 'SELECT count(*) FROM reached').get()
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

class UnusableIndex extends Error {
  override readonly name = 'UnusableIndex'
}

/** SQLITE_ERROR (a table or a column is missing), SQLITE_CORRUPT and SQLITE_NOTADB: not what a failing disk says. */
const unusable = new Set([1, 11, 26])

/** Whether an error means that the index has to be rebuilt. */
export function isUnusable(cause: unknown): boolean {
  if (cause instanceof UnusableIndex) return true
  const thrown = cause instanceof Error && 'cause' in cause && cause.cause instanceof Error ? cause.cause : cause
  return thrown instanceof Error && 'errcode' in thrown && unusable.has(Number(thrown.errcode) % 256)
}

const TABLES = `
  CREATE TABLE reached (incident TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE doc (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    incident TEXT NOT NULL,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    UNIQUE (incident, kind, ref)
  ) STRICT;
  CREATE VIRTUAL TABLE found USING fts5(
    title, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
  );
  ${ARCHIVE_TABLES}`

/** Undefined: there is none, and nothing is made. @throws where it cannot be read */
export function openSearchIndexForReading(file: string): ReadableDb | undefined {
  if (!existsSync(file)) return undefined
  return new DatabaseSync(file, { readOnly: true, timeout: 2_000 }) as ReadableDb
}

export function removeSearchIndex(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

export function indexedTo(db: ReadableDb, incident: IncidentId): IndexedTo | undefined {
  const row = statement(db, 'SELECT seq, hash FROM reached WHERE incident = ?').get(incident)
  return row === undefined ? undefined : { seq: Number(row.seq), hash: String(row.hash) }
}

export function indexedIncidents(db: ReadableDb): readonly IncidentId[] {
  return statement(db, 'SELECT DISTINCT incident FROM doc UNION SELECT incident FROM reached')
    .all()
    .map(({ incident }) => String(incident) as IncidentId)
}

export function markIndexed(db: WritableDb, incident: IncidentId, { seq, hash }: IndexedTo): void {
  statement(
    db,
    `INSERT INTO reached (incident, seq, hash) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
  ).run(incident, seq, hash)
}

/** Texts of an incident that are in the index, by what they are of, each with its number there. */
export function docsIn(
  db: ReadableDb,
  incident: IncidentId,
): ReadonlyMap<string, Pick<Doc, 'text' | 'at'> & { readonly id: number }> {
  const rows = statement(db, 'SELECT id, kind, ref, text, at FROM doc WHERE incident = ?').all(incident)
  return new Map(
    rows.map(({ id, kind, ref, text, at }) => [
      docKey({ kind: String(kind), ref: String(ref) }),
      { id: Number(id), text: String(text), at: Number(at) },
    ]),
  )
}

export function textCount(db: ReadableDb, incident: IncidentId): number {
  const sql = "SELECT count(*) AS count FROM doc WHERE incident = ? AND kind <> 'title'"
  return Number(statement(db, sql).get(incident)?.count)
}

/** All texts of an incident that are in the index, but its title. */
export function* indexedTexts(db: ReadableDb, incident: IncidentId): Iterable<string> {
  const sql = "SELECT text FROM doc WHERE incident = ? AND kind <> 'title'"
  for (const { text } of statement(db, sql).iterate(incident)) yield String(text)
}

export function docKey({ kind, ref }: { readonly kind: string; readonly ref: string }): string {
  return `${kind} ${ref}`
}

export function hasDoc(db: ReadableDb, incident: IncidentId, { kind, ref }: Pick<Doc, 'kind' | 'ref'>): boolean {
  const sql = 'SELECT 1 FROM doc WHERE incident = ? AND kind = ? AND ref = ?'
  return statement(db, sql).get(incident, kind, ref) !== undefined
}

/** @param words its text as it is indexed */
export function addDoc(db: WritableDb, incident: IncidentId, doc: Doc, words: string): void {
  const { kind, ref, text, at, by } = doc
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO doc (incident, kind, ref, text, at, by) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(incident, kind, ref, text, at, by)
  statement(db, 'INSERT INTO found (rowid, title, text) VALUES (?, ?, ?)').run(
    lastInsertRowid,
    ...(kind === 'title' ? [words, ''] : ['', words]),
  )
}

export function dropDoc(db: WritableDb, id: number): void {
  statement(db, 'DELETE FROM found WHERE rowid = ?').run(id)
  statement(db, 'DELETE FROM doc WHERE id = ?').run(id)
}

/** An incident that the record does not have. */
export function dropIndexed(db: WritableDb, incident: IncidentId): void {
  for (const { id } of docsIn(db, incident).values()) dropDoc(db, id)
  dropArchived(db, incident)
  statement(db, 'DELETE FROM reached WHERE incident = ?').run(incident)
}

export interface FoundDoc extends Doc {
  readonly incident: IncidentId
}

/**
 * [SX4] At most `limit` matches of an FTS5 query: titles first, then lines and updates, the newest first, which the
 * index gives without reading the rest. @throws on a broken index
 */
export function searchDocs(db: ReadableDb, question: string, limit: number): readonly FoundDoc[] {
  const sql = `SELECT doc.* FROM found JOIN doc ON doc.id = found.rowid WHERE found MATCH ? ORDER BY found.rowid DESC LIMIT ?`
  const titles = statement(db, sql).all(`{title} : (${question})`, limit)
  const texts = statement(db, sql).all(`{text} : (${question})`, limit - titles.length)
  return [...titles, ...texts] as unknown as readonly FoundDoc[]
}
