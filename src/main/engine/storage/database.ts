import { DatabaseSync } from 'node:sqlite'
import { statement } from './statements'

/** A reader cannot be passed where a writer is asked for. */
export type ReadableDb = DatabaseSync & { readonly ReadableDb: true }
export type WritableDb = ReadableDb & { readonly WritableDb: true }

/**
 * Opens a database file for writing: WAL, and a sync to the disk at every commit, so that what was acknowledged
 * survives a power cut. Triggers are recursive, so that a REPLACE is refused like the DELETE that it is.
 * @throws when the file cannot be opened or is not a database
 */
export function openForWriting(file: string): WritableDb {
  const db = new DatabaseSync(file, { timeout: 2_000 })
  try {
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON',
    )
  } catch (cause) {
    db.close()
    throw cause
  }
  return db as WritableDb
}

type NotAPromise<T> = T extends PromiseLike<unknown> ? never : T

/**
 * Runs `body` in one transaction. A body that returns a promise does not compile: the commit would not wait for it.
 * @throws whatever `body` or the commit throws; after a failed commit it is not known whether the rows are there
 */
export function inTransaction<T>(db: WritableDb, body: () => NotAPromise<T>): T {
  statement(db, 'BEGIN IMMEDIATE').run()
  try {
    const result = body()
    statement(db, 'COMMIT').run()
    return result
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw cause
  }
}
