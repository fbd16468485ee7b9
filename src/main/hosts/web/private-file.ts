import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Reply } from '../../../shared/lib/reply'

/** Files that only their owner may read: the session's key and the tokens. */

const OTHERS = 0o077

/**
 * The text of a private file, or null where there is none.
 * @returns a fault with the mode, such as `644`, where others can read or write it
 */
export function readPrivateFile(file: string): Reply<string | null, { readonly mode: string }> {
  const handle = openForReading(file)
  if (handle === null) return ok(null)
  try {
    const mode = fstatSync(handle).mode & 0o777
    // Windows keeps access in lists, not in these bits: there the user's own folder protects the file.
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) return fail({ mode: mode.toString(8) })
    return ok(readFileSync(handle, 'utf8'))
  } finally {
    closeSync(handle)
  }
}

/** Writes all of it or nothing, synced, readable by the owner alone from its first byte on. */
export function writePrivateFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}.tmp`
  try {
    writeSynced(draft, text)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

function openForReading(file: string): number | null {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function writeSynced(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
