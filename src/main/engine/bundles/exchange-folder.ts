import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { copyFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MOST_BUNDLE_BYTES } from '../../../shared/contract/bundles'
import { type FileId, isFileId, newId } from '../../../shared/domain/ids'
import { HOUR, type Millis } from '../../../shared/lib/time'

/**
 * Files that come in or go out beside the calls: whoever brings one puts it there under a name of its own, and the
 * calls name it by that. Nobody names a path.
 */
export const EXCHANGE_FOLDER = 'exchange'

/** Nobody waits longer for a file that was looked at or written. */
const KEPT: Millis = 12 * HOUR
/** Each may have half a gigabyte. */
const MOST_FILES = 8

/** The path of a file by its name; undefined: that is no name of ours, so it leads nowhere. */
export function exchangePath(data: string, file: string): string | undefined {
  return isFileId(file) ? join(data, EXCHANGE_FOLDER, file) : undefined
}

/** A name for a file that is to come, where there is room for it. @throws on a failing disk */
export function newExchangeFile(data: string, now: Millis): { readonly file: FileId; readonly path: string } {
  const folder = join(data, EXCHANGE_FOLDER)
  // Not its parents: a data folder that was moved away must not come back as an empty one.
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
  dropOldFiles(folder, now)
  const file = newId<FileId>()
  return { file, path: join(folder, file) }
}

/** The oldest make room; of a file that is dated later than now nobody knows its age. */
function dropOldFiles(folder: string, now: Millis): void {
  const files = readdirSync(folder).map(name => {
    const path = join(folder, name)
    return { path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }
  })
  const newest = files.toSorted((a, b) => b.at - a.at)
  for (const [place, { path, at }] of newest.entries())
    if (place >= MOST_FILES - 1 || Math.abs(now - at) > KEPT) rmSync(path, { force: true })
}

export function dropExchangeFile(data: string, file: string): void {
  const path = exchangePath(data, file)
  if (path !== undefined) rmSync(path, { force: true })
}

/**
 * [BN1] Copies a file to where the calls find it: what it is a copy of may change or go while it is looked at.
 * @throws where it is no plain file, is too large, or the disk fails
 */
export async function bringPath(from: string, data: string): Promise<FileId> {
  const found = await stat(from)
  if (!found.isFile() || found.size > MOST_BUNDLE_BYTES) throw new Error(`${from}: no plain file of at most 512 MB`)
  const { file, path } = newExchangeFile(data, Date.now())
  try {
    await copyFile(from, `${path}.part`)
    await rename(`${path}.part`, path)
  } finally {
    await rm(`${path}.part`, { force: true })
  }
  return file
}
