import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { coded } from '../../../shared/contract/coded-text'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import { type StoreFault, unusableFile } from './fault'
import { DATABASE_FILE, HEADS_FILE } from './format.mjs'

const RESTORE: CodedPart = { code: 'way-restore' }
const MAGIC = 'SQLite format 3\0'

/**
 * [DF3] What is wrong with the file of the record, seen without opening the database, which would touch the folder: a
 * new record is begun only where there was none.
 */
export function databaseProblem(folder: string, newest: number): StoreFault | undefined {
  const file = join(folder, DATABASE_FILE)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return lostDatabase(folder, file)
  if (!stats.isFile()) return unusableFile(file, { code: 'database-no-file' }, { code: 'way-move' })
  if (stats.size === 0) return unusableFile(file, { code: 'database-empty' }, RESTORE)
  const found = formatInHeader(file)
  if (found === undefined) return unusableFile(file, { code: 'database-none' }, RESTORE)
  return found > newest ? newerFormat(folder, found, newest) : undefined
}

/** The format of a record by its header alone; undefined: it is no database, or not there. @throws where it cannot be read */
export function formatInHeader(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const header = headerOf(file)
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined
  // SQLite stores `user_version` big-endian at byte 60 of its header (sqlite.org/fileformat.html).
  return header.readUInt32BE(60)
}

export function newerFormat(folder: string, found: number, newest: number): StoreFault {
  return coded('folder-newer', { folder, found: `${found}`, newest: `${newest}` })
}

/** The database is gone, and something says that there was one. */
function lostDatabase(folder: string, file: string): StoreFault | undefined {
  const trace = [`${DATABASE_FILE}-wal`, HEADS_FILE].map(name => join(folder, name)).find(path => existsSync(path))
  if (trace === undefined) return undefined
  const values = { trace }
  return unusableFile(file, { code: 'database-gone', values }, { code: 'way-restore-or-begin', values })
}

function headerOf(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const header = Buffer.alloc(100)
    readSync(descriptor, header, 0, 100, 0)
    return header
  } finally {
    closeSync(descriptor)
  }
}
