import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { type Verification, verifyFolder } from '../integrity/verify-folder'
import { DATABASE_FILE } from '../storage/format.mjs'
import { makeRestored } from '../storage/restored-folder'
import { type SnapshotFault, writeSnapshot } from '../storage/snapshot'

export type RestoreFault =
  | SnapshotFault
  | { readonly code: 'no-file' }
  /** The folder holds something, or is none. */
  | { readonly code: 'folder-used' }

/**
 * [BU5] Makes a data folder of a backup, in a place where nothing is: checked, and there as a whole or not at all. It
 * has no key, so that it continues as a new origin and sends nothing of what was unsent when the backup was made.
 * @returns what is proven of it
 */
export function restoreBackup(file: string, folder: string): Reply<Verification, RestoreFault> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return fail({ code: 'no-file' })
  if (!isFree(folder)) return fail({ code: 'folder-used' })
  let draft: string | undefined
  try {
    mkdirSync(dirname(folder), { recursive: true })
    draft = mkdtempSync(`${folder}.restoring-`)
    const copied = writeSnapshot(file, join(draft, DATABASE_FILE))
    if (!copied.ok) return copied
    makeRestored(draft)
    const found = verifyFolder(draft)
    if (!found.ok) return fail({ code: 'not-written', reason: found.fault.message })
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(draft, folder)
    return ok({ ...found.value, folder })
  } catch (cause) {
    return fail({ code: 'not-written', reason: cause instanceof Error ? cause.message : String(cause) })
  } finally {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true })
  }
}

function isFree(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false })
  return stats === undefined || (stats.isDirectory() && readdirSync(folder).length === 0)
}
