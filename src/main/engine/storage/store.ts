import { closeSync, mkdirSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { openForWriting, type WritableDb } from './database'
import { DATABASE_FILE, FORMAT_VERSION } from './format.mjs'
import { holdLock } from './lock'
import { formatOf, migrate } from './migrate'

export interface Store {
  readonly db: WritableDb
  close(): void
}

/** `message` is one line for the person who started it: what is wrong with the folder, and the way out. */
export interface StoreFault {
  readonly message: string
}

/**
 * Opens the record in a data folder, making both if they are not there. A folder that another process uses, that
 * cannot be written, or that a newer version wrote is refused and left as it is.
 */
export function openStore(folder: string): Reply<Store, StoreFault> {
  const file = join(folder, DATABASE_FILE)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (headerFormat(file) > FORMAT_VERSION) return fail(newer(folder, headerFormat(file)))
    const release = holdLock(join(folder, 'quarterdeck.lock'))
    if (release === undefined)
      return fail({
        message: `Another Quarterdeck is using ${folder}. Close it, or choose another folder with --data DIR.`,
      })
    return openLocked(folder, file, release)
  } catch (cause) {
    return fail({
      message: `Cannot use the data folder ${folder}: ${reasonOf(cause)}. Choose another with --data DIR.`,
    })
  }
}

function openLocked(folder: string, file: string, release: () => void): Reply<Store, StoreFault> {
  let db: WritableDb | undefined
  try {
    db = openForWriting(file)
    const found = formatOf(db)
    if (found <= FORMAT_VERSION) {
      migrate(db)
      const opened = db
      return ok({
        db: opened,
        close: () => {
          opened.close()
          release()
        },
      })
    }
    db.close()
    release()
    return fail(newer(folder, found))
  } catch (cause) {
    db?.close()
    release()
    throw cause
  }
}

function newer(folder: string, found: number): StoreFault {
  return {
    message: `The data folder ${folder} was written by a newer Quarterdeck (format ${found}, this one reads up to ${FORMAT_VERSION}). Update Quarterdeck, or choose another folder with --data DIR.`,
  }
}

/** The format as the file's header tells it, read without opening the database, which would touch the folder. */
function headerFormat(file: string): number {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return 0
    throw cause
  }
  try {
    const header = Buffer.alloc(100)
    // SQLite keeps `user_version` big-endian at byte 60 of its header (sqlite.org/fileformat.html).
    return readSync(descriptor, header, 0, 100, 0) === 100 ? header.readUInt32BE(60) : 0
  } finally {
    closeSync(descriptor)
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
