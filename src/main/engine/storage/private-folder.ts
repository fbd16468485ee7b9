import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { reasonOf, type StoreFault, unusableFolder } from './fault'
import { checkFolder } from './folder-check'

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
const OTHERS = 0o077

/**
 * [DF1] Makes the data folder, or tightens one that is there, so that nobody but its owner reads it or can stop what it
 * records. To be called before anything is written into it. What an earlier version left open inside is tightened too,
 * because a file that another user has open already, or linked elsewhere, is not protected by its folder.
 */
export function makePrivate(folder: string): Reply<null, StoreFault> {
  const checked = checkFolder(folder)
  if (!checked.ok) return checked
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
    if (process.platform === 'win32') return ok(null)
    tighten(folder, FOLDER_MODE)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) tighten(join(folder, entry.name), FILE_MODE)
      else if (entry.isDirectory()) tighten(join(folder, entry.name), FOLDER_MODE)
    }
    return ok(null)
  } catch (cause) {
    return fail(unusableFolder(folder, reasonOf(cause)))
  }
}

function tighten(path: string, mode: number): void {
  if ((lstatSync(path).mode & OTHERS) !== 0) chmodSync(path, mode)
}
