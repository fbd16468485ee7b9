import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DAY, type Millis } from '../../../shared/lib/time'
import { removeDraft, UNFINISHED } from '../storage/snapshot'

/** Below the data folder. */
export const BACKUP_FOLDER = 'backups'

/**
 * Why a backup was made: for its day; before the record was brought to a newer format; or of a record that was known to
 * be damaged, which must not take the place of one that was whole.
 */
export type BackupReason = 'day' | 'format' | 'damaged'

export interface BackupFile {
  readonly name: string
  readonly at: Millis
  readonly reason: BackupReason
}

/** [BU2] */
const KEPT: Readonly<Record<BackupReason, number>> = { day: 7, format: 3, damaged: 2 }

const NAME = /^quarterdeck-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)Z(?:-(damaged|format-\d+))?\.sqlite$/

/** @param mark what follows the time, if anything: `damaged`, or `format-` with the format that it has */
export function backupName(at: Millis, mark = ''): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
  return `quarterdeck-${time}Z${mark === '' ? '' : `-${mark}`}.sqlite`
}

export function backupFrom(name: string): BackupFile | undefined {
  const [, day, hour, minute, second, mark = 'day'] = NAME.exec(name) ?? []
  const at = Date.parse(`${day}${hour}:${minute}:${second}Z`)
  if (Number.isNaN(at)) return undefined
  return { name, at, reason: mark === 'day' || mark === 'damaged' ? mark : 'format' }
}

/** The backups of a folder, the newest first; other files there are none of our business. @throws on a failing disk */
export function backupsIn(folder: string): readonly BackupFile[] {
  return namesIn(folder)
    .flatMap(name => backupFrom(name) ?? [])
    .sort((a, b) => b.at - a.at)
}

/**
 * [BU2] Which backups make room for newer ones: the newest of each of the last seven days that have one is retained,
 * and the last few of the other reasons. Days are those of UTC, and a pause of a month costs no backup.
 */
export function outdated(backups: readonly BackupFile[]): readonly BackupFile[] {
  const kept = new Map<BackupReason, Set<number | string>>()
  return backups
    .toSorted((a, b) => b.at - a.at)
    .filter(({ reason, at, name }) => {
      const slots = kept.get(reason) ?? new Set()
      kept.set(reason, slots)
      const slot = reason === 'day' ? Math.floor(at / DAY) : name
      if (slots.has(slot) || slots.size >= KEPT[reason]) return true
      slots.add(slot)
      return false
    })
}

/** [BU2] @throws on a failing disk */
export function removeOutdated(folder: string): void {
  for (const { name } of outdated(backupsIn(folder))) rmSync(join(folder, name), { force: true })
}

/** [BU1] What a process that was killed left half written. @throws on a failing disk */
export function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder)) {
    const isOurs = name.endsWith(UNFINISHED) && backupFrom(name.slice(0, -UNFINISHED.length)) !== undefined
    if (isOurs) removeDraft(join(folder, name))
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}
