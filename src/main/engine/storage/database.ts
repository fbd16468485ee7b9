import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { reasonOf } from './fault'
import { isInPlace, RecordMoved } from './in-place'
import { statement } from './statements'

/** A reader cannot be passed where a writer is asked for. */
export type ReadableDb = DatabaseSync & { readonly ReadableDb: true }
export type WritableDb = ReadableDb & { readonly WritableDb: true }

/**
 * Opens a database file for writing: WAL, and a sync to the disk at every commit, so that what was acknowledged
 * survives a power cut. Triggers are recursive, so that a REPLACE is refused like the DELETE that it is. [ER4] What is
 * deleted or overwritten is zeroed in the file.
 * @throws when the file cannot be opened or is not a database
 */
export function openForWriting(file: string): WritableDb {
  const db = new DatabaseSync(file, { timeout: 2_000 })
  try {
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON',
    )
  } catch (cause) {
    db.close()
    throw cause
  }
  return db as WritableDb
}

/** A connection that can only read, so that whatever works with it can neither hold up nor harm what is written. */
export function openForReading(file: string): ReadableDb {
  return new DatabaseSync(file, { readOnly: true, timeout: 2_000 }) as ReadableDb
}

/**
 * The same without a file next to the database, which reading would create and leave there: for a record that no
 * process has open, which shows in the absence of its write-ahead log.
 */
export function openUntouched(file: string): ReadableDb {
  if (existsSync(`${file}-wal`)) return openForReading(file)
  const url = pathToFileURL(file)
  url.search = 'immutable=1&mode=ro'
  return new DatabaseSync(url, { readOnly: true }) as ReadableDb
}

/** Runs `body` in one read transaction: all that it reads is of one instant, also while another connection writes. */
export function atOneInstant<T>(db: ReadableDb, body: () => NotAPromise<T>): T {
  if (db.isTransaction) return body()
  db.exec('BEGIN')
  try {
    return body()
  } finally {
    // Not a commit, which fails where a page was malformed; there is nothing to commit. A failing disk may have ended it.
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

type NotAPromise<T> = T extends PromiseLike<unknown> ? never : T

/** It surely is not on the disk: it failed before its commit, or for want of room. */
export class NotStored extends Error {
  override readonly name = 'NotStored'
}

/** SQLITE_FULL: there is no room for the log of writes, so that its commit is not in it. */
const FULL = 13

/**
 * Runs `body` in one transaction. A body that returns a promise does not compile: the commit would not wait for it.
 * @throws NotStored where nothing was stored; RecordMoved where the file is not at its path any more; else what the
 * commit threw: then it is not known whether the rows are there
 */
export function inTransaction<T>(db: WritableDb, body: () => NotAPromise<T>): T {
  if (!isInPlace(db)) throw new RecordMoved('the data folder was moved, deleted or replaced')
  let committing = false
  try {
    statement(db, 'BEGIN IMMEDIATE').run()
    const result = body()
    committing = true
    statement(db, 'COMMIT').run()
    return result
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK')
    if (committing && !isFull(cause)) throw cause
    throw new NotStored(reasonOf(cause), { cause })
  }
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'errcode' in cause && Number(cause.errcode) % 256 === FULL
}

/**
 * Runs `body`, whose transactions are not synced to the disk when they are committed: a power cut may undo the last of
 * them, in their order. The next transaction outside of this syncs them all.
 */
export function unsynced<T>(db: WritableDb, body: () => NotAPromise<T>): T {
  db.exec('PRAGMA synchronous = NORMAL')
  try {
    return body()
  } finally {
    db.exec('PRAGMA synchronous = FULL')
  }
}
