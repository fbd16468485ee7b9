import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { wordedReason } from '../../../shared/contract/coded-reason'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { CodedValue } from '../../../shared/domain/coded'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { openUntouched, type ReadableDb } from './database'
import { reasonOf } from './fault'
import { FORMAT_VERSION } from './format.mjs'
import { formatOf, missingTables } from './migrate'
import { statement } from './statements'

/** A record as it was at one instant, whole and in one file. */
export interface Snapshot {
  readonly file: string
  readonly bytes: number
  readonly events: number
}

/** Why there is no snapshot. Nothing of it was left, and the record was not touched. */
export type SnapshotFault =
  /** Bytes that it needs, and that are free. */
  | { readonly code: 'no-room'; readonly needs: number; readonly free: number }
  | { readonly code: 'there-already' }
  /** What should be copied is no record of ours, or of a newer version. */
  | { readonly code: 'no-record'; readonly reason: string }
  /** The record is broken where it was read. */
  | { readonly code: 'unreadable'; readonly reason: string }
  /** It could not be written, or what was written is not what was read. */
  | { readonly code: 'not-written'; readonly reason: string; readonly coded?: CodedValue | undefined }

/** [FA3] With a text of ours. */
export function notWritten(coded: CodedPart): Extract<SnapshotFault, { code: 'not-written' }> {
  return { code: 'not-written', reason: wordedReason(coded).reason, coded }
}

/** [BU1] What is not whole yet ends so: nothing else has this ending, and nobody takes it for a backup. */
export const UNFINISHED = '.partial'

/**
 * [BU1] Copies a record as it is at this instant into a new file, while others read and write it: under another name
 * until it was checked and is on the disk. It reads through a connection of its own.
 */
export function writeSnapshot(database: string, target: string): Reply<Snapshot, SnapshotFault> {
  if (existsSync(target)) return fail({ code: 'there-already' })
  const draft = `${target}${UNFINISHED}`
  try {
    const room = roomFor(database, dirname(target))
    if (room !== undefined) return fail(room)
    removeDraft(draft)
    // Made here, because SQLite would make it readable by whomever the umask allows.
    closeSync(openSync(draft, 'wx', 0o600))
    const copied = copy(database, draft)
    if (!copied.ok) {
      removeDraft(draft)
      return copied
    }
    syncPath(draft)
    renameSync(draft, target)
    syncFolder(dirname(target))
    return ok({ file: target, bytes: statSync(target).size, events: copied.value })
  } catch (cause) {
    removeDraft(draft)
    return fail(faultOf(cause))
  }
}

/** [BU3] A backup never fills the disk that the record needs: there must be room for two. */
function roomFor(database: string, folder: string): SnapshotFault | undefined {
  const sizes = [database, `${database}-wal`].map(file => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  const needs = 2 * sizes.reduce((sum, size) => sum + size, 0)
  const { bavail, blocks, bsize } = statfsSync(folder)
  // A file system that counts no blocks does not report its free space: /proc, and some network shares.
  if (blocks === 0) return undefined
  const free = bavail * bsize
  return free < needs ? { code: 'no-room', needs, free } : undefined
}

/** @returns the count of its events */
function copy(database: string, draft: string): Reply<number, SnapshotFault> {
  let record: ReadableDb | undefined
  let made: ReadableDb | undefined
  try {
    record = openUntouched(database)
    const other = strangeness(record)
    if (other !== undefined) return fail({ code: 'no-record', reason: other })
    record.prepare('VACUUM INTO ?').run(draft)
    made = openUntouched(draft)
    return sameRecord(record, made)
  } finally {
    made?.close()
    record?.close()
  }
}

function strangeness(record: ReadableDb): string | undefined {
  const format = formatOf(record)
  if (format > FORMAT_VERSION)
    return `a newer Quarterdeck wrote it (format ${format}, this one reads up to ${FORMAT_VERSION})`
  const missing = format === 0 ? ['what every record has'] : missingTables(record, format)
  return missing.length === 0 ? undefined : `it lacks ${missing.join(', ')}`
}

/**
 * Whether a copy has of each log what the record has up to the same place. The record may have gone on meanwhile, but
 * what it had cannot have changed.
 */
function sameRecord(record: ReadableDb, made: ReadableDb): Reply<number, SnapshotFault> {
  const broken = made.prepare('PRAGMA integrity_check(1)').get()?.integrity_check
  if (broken !== 'ok') return fail({ code: 'not-written', reason: String(broken) })
  const last = Number(statement(made, 'SELECT max(seq) AS seq FROM event').get()?.seq ?? 0)
  const copied = headsUpTo(made, last)
  const there = headsUpTo(record, last)
  if (JSON.stringify(copied) === JSON.stringify(there) && formatOf(made) === formatOf(record))
    return ok(copied.reduce((sum, { count }) => sum + count, 0))
  return fail(notWritten({ code: 'backup-differs' }))
}

/** Of each log how many events it has up to a place of the record, and the hash of the last. */
function headsUpTo(db: ReadableDb, seq: number) {
  const rows = statement(
    db,
    `SELECT ends.incident, ends.count, event.hash
     FROM (SELECT incident, count(*) AS count, max(seq) AS seq FROM event WHERE seq <= ? GROUP BY incident) AS ends
     JOIN event ON event.seq = ends.seq ORDER BY ends.incident`,
  ).all(seq)
  return rows.map(({ incident, count, hash }) => ({ incident, count: Number(count), hash }))
}

/** SQLite's own files next to it included. */
export function removeDraft(draft: string): void {
  for (const file of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`]) rmSync(file, { force: true })
}

const FULL = 13
const CORRUPT = 11
const NOT_A_DATABASE = 26

function faultOf(cause: unknown): SnapshotFault {
  const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) % 256 : undefined
  const reason = reasonOf(cause)
  if (code === FULL || (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'))
    return { code: 'no-room', needs: 0, free: 0 }
  if (code === NOT_A_DATABASE) return { code: 'no-record', reason }
  return { code: code === CORRUPT ? 'unreadable' : 'not-written', reason }
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** That a name is in its folder is on the disk only when the folder is. Windows opens no folders, and does that by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
