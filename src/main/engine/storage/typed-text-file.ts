import { chmodSync, closeSync, fdatasync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inTransaction, openForWriting, type WritableDb } from './database'
import { watchPlace } from './in-place'
import { formatOf } from './migrate'
import { statement } from './statements'
import { writeTypedText } from './typed-texts'

/**
 * Unsent text, in a file of its own: it is written after every few letters, and a sync of the record each time would
 * delay everything else.
 */
export interface TypedTextFile {
  readonly db: WritableDb
  /** Settles when all that was committed before is on the disk, without keeping the engine. Rejects when the disk fails. */
  synced(): Promise<void>
  /** A sync that runs is waited for; closing brings the rest to the disk. */
  close(): Promise<void>
}

export const TYPED_TEXT_FILE = 'typed-text.sqlite'

const FORMAT = 1

/**
 * Opens the file, or creates it. One that cannot be read is renamed, because a half-written file must not block the
 * record. What an earlier version stored in the record is imported.
 * @param putAside called with the new name of a file that could not be read, and why
 * @throws when the disk refuses
 */
export function openTypedTextFile(
  folder: string,
  record: WritableDb,
  putAside: (name: string, why: string) => void,
): TypedTextFile {
  const file = join(folder, TYPED_TEXT_FILE)
  const db = openReadable(file, putAside)
  try {
    takeOver(record, db)
  } catch (cause) {
    db.close()
    throw cause
  }
  watchPlace(db, file)
  return withSync(db, `${file}-wal`)
}

function openReadable(file: string, putAside: (name: string, why: string) => void): WritableDb {
  try {
    return openShaped(file)
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause
    const name = `${file}.unreadable`
    // The write-ahead log belongs to the old file: next to a new one it would be read into it.
    for (const end of ['', '-wal', '-shm']) rmSync(`${name}${end}`, { force: true, recursive: true })
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    renameSync(file, name)
    putAside(name, String(cause))
    return openShaped(file)
  }
}

class NewerFormat extends Error {
  override readonly name = 'NewerFormat'
}

/** SQLITE_ERROR (a table or a column is missing), SQLITE_CORRUPT and SQLITE_NOTADB: not what a failing disk says. */
const unreadable = new Set([1, 11, 26])

function isUnreadable(cause: unknown): boolean {
  if (cause instanceof NewerFormat) return true
  return cause instanceof Error && 'errcode' in cause && unreadable.has(Number(cause.errcode) % 256)
}

/** @throws where the file is no database, has another shape, or the disk refuses */
function openShaped(file: string): WritableDb {
  const db = openForWriting(file)
  try {
    chmodSync(file, 0o600)
    // A commit is in the log of writes at once, which outlives this process; `synced` brings it to the disk.
    db.exec('PRAGMA synchronous = NORMAL')
    const format = formatOf(db)
    if (format > FORMAT) throw new NewerFormat(`its format is ${format}, and this version reads up to ${FORMAT}`)
    if (format === 0) inTransaction(db, () => db.exec(`${TABLE}; PRAGMA user_version = ${FORMAT}`))
    statement(db, 'SELECT screen, incident, field, text, at FROM typedText LIMIT 1').get()
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

const TABLE = `
  CREATE TABLE typedText (
    screen TEXT NOT NULL,
    incident TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (screen, incident, field)
  ) STRICT, WITHOUT ROWID`

/** Committed here before it leaves the record: ended in between, it is taken over once more, which changes nothing. */
function takeOver(record: WritableDb, db: WritableDb): void {
  const rows = record.prepare('SELECT screen, incident, field, text, at FROM typedText').all()
  if (rows.length === 0) return
  inTransaction(db, () => {
    for (const { screen, incident, field, text, at } of rows)
      writeTypedText(
        db,
        { screen: String(screen), incident: String(incident), field: String(field) },
        { text: String(text), at: Number(at) },
      )
  })
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  inTransaction(record, () => record.exec('DELETE FROM typedText'))
}

const sync = promisify(fdatasync)

/** Commits that come while a sync runs share the one after it, which begins when all of them are in the file. */
function withSync(db: WritableDb, wal: string): TypedTextFile {
  let descriptor: number | undefined
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  const begin = async (): Promise<void> => {
    next = undefined
    descriptor ??= openSync(wal, 'r+')
    await sync(descriptor)
  }
  return {
    db,
    synced() {
      if (next !== undefined) return next
      // The result of the previous sync goes to those who wait for that one.
      const mine = running.then(begin, begin)
      next = mine
      running = mine
      return mine
    },
    async close() {
      await running.catch(() => undefined)
      if (descriptor !== undefined) closeSync(descriptor)
      db.close()
    },
  }
}
