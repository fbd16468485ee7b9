import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { reasonOf } from '../storage/fault'
import { type Snapshot, type SnapshotFault, writeSnapshot } from '../storage/snapshot'
import { backupName, removeOutdated } from './backup-files'

export interface BackupOrder {
  readonly database: string
  /** Made where it is not there. */
  readonly folder: string
  readonly at: Millis
  /** As in its name. */
  readonly mark: string
}

/** [BU2] Makes a backup in a folder of backups, and removes those that it makes superfluous. */
export function makeBackup({ database, folder, at, mark }: BackupOrder): Reply<Snapshot, SnapshotFault> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const made = writeSnapshot(database, join(folder, backupName(at, mark)))
    if (made.ok) removeOutdated(folder)
    return made
  } catch (cause) {
    return fail({ code: 'not-written', reason: reasonOf(cause) })
  }
}
