import { type BigIntStats, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

/** The file that is written to is not at its path any more; what is written would be gone when the process ends. */
export class RecordMoved extends Error {
  override readonly name = 'RecordMoved'
}

interface Watched {
  readonly file: string
  readonly identity: string
  /** Of the log of writes beside it, once there is one. */
  wal: string | undefined
}

const watched = new WeakMap<DatabaseSync, Watched>()

/** Remembers which file a database is, to be called when it was opened. */
export function watchPlace(db: DatabaseSync, file: string): void {
  const identity = identityOf(file)
  if (identity !== undefined) watched.set(db, { file, identity, wal: identityOf(`${file}-wal`) })
}

/**
 * [DF7] Whether what is open is what lies at the path: a folder that was deleted, moved or replaced under a running
 * process takes every write without a word.
 */
export function isInPlace(db: DatabaseSync): boolean {
  const known = watched.get(db)
  if (known === undefined) return true
  if (identityOf(known.file) !== known.identity) return false
  const wal = identityOf(`${known.file}-wal`)
  known.wal ??= wal
  return wal === known.wal
}

/** Device and inode; undefined: nothing is there. A path that cannot be read counts as missing. */
function identityOf(path: string): string | undefined {
  try {
    const stats: BigIntStats | undefined = statSync(path, { bigint: true, throwIfNoEntry: false })
    return stats && `${stats.dev}:${stats.ino}`
  } catch {
    // ENOTDIR, EACCES and their like: its folder was replaced or closed to us.
    return undefined
  }
}
