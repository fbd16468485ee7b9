import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
 * Refuses a data folder that a newer version wrote or that cannot be written, before anything in it is touched.
 * Fault: one line for the person who started it.
 */
export function checkFolder(folder: string): Reply<null, StoreFault> {
  try {
    const there = nearestExisting(folder)
    if (!statSync(there).isDirectory()) return fail(unusable(folder, new Error(`${there} is not a folder`)))
    accessSync(there, constants.W_OK)
    const found = headerFormat(join(folder, DATABASE_FILE))
    return found > FORMAT_VERSION ? fail(newer(folder, found)) : ok(null)
  } catch (cause) {
    return fail(unusable(folder, cause))
  }
}

/**
 * Opens the record in a data folder, making both if they are not there. A folder that another process uses, that
 * cannot be written, or that a newer version wrote is refused and left as it is.
 */
export function openStore(folder: string): Reply<Store, StoreFault> {
  const checked = checkFolder(folder)
  if (!checked.ok) return checked
  const file = join(folder, DATABASE_FILE)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const release = holdLock(join(folder, 'quarterdeck.lock'))
    if (release === undefined)
      return fail({
        message: `Another Quarterdeck is using ${folder}. Close it, or choose another folder with --data DIR.`,
      })
    return openLocked(folder, file, release)
  } catch (cause) {
    return fail(unusable(folder, cause))
  }
}

/** The folder itself, or the nearest one above it that is there: what would have to be written to make it. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path))
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

function unusable(folder: string, cause: unknown): StoreFault {
  return { message: `Cannot use the data folder ${folder}: ${reasonOf(cause)}. Choose another with --data DIR.` }
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
