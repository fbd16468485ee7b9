import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { coded } from '../../../shared/contract/coded-text'
import type { FaultCode } from '../../../shared/contract/fault-codes'
import type { UnwritableReason } from '../../../shared/contract/record-problems'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { reasonOf, type StoreFault, unusableFolder } from './fault'
import { DATABASE_FILE } from './format.mjs'
import { isLockHeld } from './lock'
import { keepOriginIn } from './origin-key'

const reasons: Readonly<Record<string, UnwritableReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
}

/** The log of writes, its index, the lock and the host's own small files need less. */
const ROOM = 256 * 1024

/**
 * [DF13] Why nothing new can be stored in a data folder, found by writing to it: rights and mounts do not say how much room
 * there is, nor does root ask rights. Undefined: it can. @throws on a disk that fails in another way
 */
export function whyUnwritable(folder: string): UnwritableReason | undefined {
  const probe = join(folder, `room.${process.pid}.tmp`)
  try {
    writeFileSync(probe, Buffer.alloc(ROOM), { mode: 0o600 })
    rmSync(probe)
    return undefined
  } catch (cause) {
    if (existsSync(probe)) rmSync(probe)
    const reason = cause instanceof Error && 'code' in cause ? reasons[String(cause.code)] : undefined
    if (reason === undefined) throw cause
    return reason
  }
}

/** Where copies are made: the first of these that has room. On a full disk that is memory, where a system has such a place. */
const places = [tmpdir(), process.env.XDG_RUNTIME_DIR, '/dev/shm'].filter(place => place !== undefined)

const PREFIX = 'quarterdeck-reading-'

/** [FA1] */
export const unwritableCodes = {
  full: 'folder-full',
  'read-only': 'folder-read-only',
  'not-allowed': 'folder-not-allowed',
} as const satisfies Readonly<Record<UnwritableReason, FaultCode>>

/** What is not copied: of another process, made again from the record, or only for who wrote it. */
const left = /^(quarterdeck\.lock|quarterdeck\.log.*|serving\.json|search\.sqlite.*|.*-shm|.*\.tmp|.*\.new)$/

/** For what is written to the record while the copy is read. */
const SPARE = 16 * 1024 * 1024

/**
 * [DF13] A private copy of a data folder that takes no writes, so that its record can be read: SQLite cannot open one there
 * whose log of writes has to be read. The copy stays the same origin, because nothing is written to the record in it.
 * Fault: one line that says why there is none.
 */
export function copyForReading(folder: string, why: UnwritableReason): Reply<string, StoreFault> {
  const reason = { code: unwritableCodes[why] }
  try {
    if (!existsSync(join(folder, DATABASE_FILE))) return fail(unusableFolder(folder, reason))
    if (isLockHeld(join(folder, 'quarterdeck.lock'))) return fail(coded('folder-in-use', { folder }))
    const names = readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isFile() && !left.test(entry.name))
      .map(({ name }) => name)
    const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, SPARE)
    const place = places.find(one => hasRoom(one, bytes))
    if (place === undefined) {
      const megabytes = Math.ceil(bytes / 1024 / 1024)
      return fail(coded('folder-not-copied', { folder, reason, megabytes }))
    }
    const copy = mkdtempSync(join(place, `${PREFIX}${process.pid}-`))
    for (const name of names) copyFileSync(join(folder, name), join(copy, name))
    keepOriginIn(copy, join(copy, DATABASE_FILE))
    return ok(copy)
  } catch (cause) {
    return fail(unusableFolder(folder, reasonOf(cause)))
  }
}

function hasRoom(place: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(place)
    return bavail * bsize >= bytes
  } catch {
    // Not every system has each of them.
    return false
  }
}

/** Removes the copy that a killed process left behind: it is a whole record of a person. */
export function removeLeftCopies(): void {
  for (const place of places) {
    for (const name of existsSync(place) ? readdirSync(place) : []) {
      const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0
      if (pid > 0 && !isAlive(pid)) rmSync(join(place, name), { recursive: true, force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    // Another user's process is alive, and its copy not ours.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
