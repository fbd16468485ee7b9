import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { coded } from '../../../shared/contract/coded-text'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { openForWriting, type WritableDb } from './database'
import { newerFormat } from './database-file'
import { reasonOf, type StoreFault, unusableFile, unusableFolder } from './fault'
import { DATABASE_FILE, FORMAT_VERSION } from './format.mjs'
import { watchPlace } from './in-place'
import { holdLock } from './lock'
import { formatOf, migrate, missingTables } from './migrate'
import { type Origin, openOrigin } from './origin-key'
import { makePrivate } from './private-folder'
import { ownUnowned } from './queued-items'

export interface Store {
  readonly db: WritableDb
  readonly folder: string
  /** [RK2] Who writes here. */
  readonly origin: Origin
  /** The format that the record had when it was opened; 0: it is new. */
  readonly openedFormat: number
  close(): void
}

/**
 * Opens the record in a data folder, making both if they are not there. A folder that another process uses, that
 * cannot be written, or that a newer version wrote is refused and left as it is.
 */
export function openStore(folder: string): Reply<Store, StoreFault> {
  const made = makePrivate(folder)
  if (!made.ok) return made
  const lock = join(folder, 'quarterdeck.lock')
  let release: (() => void) | undefined
  try {
    release = holdLock(lock)
  } catch (cause) {
    return fail(unusableFile(lock, reasonOf(cause), { code: 'way-lock' }))
  }
  if (release === undefined) return fail(coded('folder-in-use', { folder }))
  const opened = openLocked(folder, release)
  if (!opened.ok) release()
  return opened
}

function openLocked(folder: string, release: () => void): Reply<Store, StoreFault> {
  const file = join(folder, DATABASE_FILE)
  let db: WritableDb | undefined
  try {
    const isNew = !existsSync(file)
    if (isNew) makeDatabase(file)
    const opened = openForWriting(file)
    db = opened
    const openedFormat = isNew ? 0 : formatOf(opened)
    const problem =
      openedFormat > FORMAT_VERSION ? newerFormat(folder, openedFormat, FORMAT_VERSION) : shapeProblem(db, file)
    if (problem === undefined) {
      watchPlace(opened, file)
      const close = () => {
        opened.close()
        release()
      }
      const origin = openOrigin(folder, file, before => noteOwner(opened, before, openedFormat))
      ownUnowned(opened, origin.id)
      return ok({ db: opened, folder, openedFormat, origin, close })
    }
    db.close()
    return fail(problem)
  } catch (cause) {
    db?.close()
    return fail(existsSync(file) ? damagedFile(file, reasonOf(cause)) : unusableFolder(folder, reasonOf(cause)))
  }
}

/** The format since which a folder has a key. */
const KEY_SINCE = 80

/**
 * [OB23] On disk before there is a new key, so that no crash makes this folder the owner of what another one left. Without
 * a key the rows of a folder that should have one are nobody's; one of before there were keys is taken for itself.
 */
function noteOwner(db: WritableDb, before: string | undefined, openedFormat: number): void {
  if (before !== undefined) ownUnowned(db, before)
  else if (openedFormat >= KEY_SINCE) ownUnowned(db, 'lost')
}

/** Under another name until it is whole: an empty file in its place would read as a record that was lost. */
function makeDatabase(file: string): void {
  const draft = `${file}.new`
  for (const name of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(name, { force: true })
  const db = openForWriting(draft)
  try {
    chmodSync(draft, 0o600)
    migrate(db)
  } finally {
    db.close()
  }
  renameSync(draft, file)
}

/** [DF4] Brings an older record to our format; one that lacks a part is not mended silently by an empty one. */
function shapeProblem(db: WritableDb, file: string): StoreFault | undefined {
  const missing = missingTables(db, formatOf(db))
  if (missing.length > 0) return damagedFile(file, { code: 'database-lacks', values: { tables: missing.join(', ') } })
  migrate(db)
  return undefined
}

export function damagedFile(file: string, reason: FaultValue): StoreFault {
  return unusableFile(file, reason, { code: 'way-restore-left' })
}
