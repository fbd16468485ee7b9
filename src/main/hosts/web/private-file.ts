import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { bytesOf, withRegularFile } from '../../engine/guards/regular-file'
import { writeSynced } from '../../engine/storage/synced-file'

/** Files that only their owner may read: the session's key and the tokens. */

const OTHERS = 0o077

/** Tokens and sessions are a few hundred bytes each. */
const MOST_BYTES = 1_000_000

/** `message` continues after the file's name. */
export interface PrivateFault {
  readonly kind: 'open-to-others' | 'unusable'
  readonly message: string
}

/** The text of a private file, or null where there is none. One that others can read or write is not read. */
export function readPrivateFile(file: string): Reply<string | null, PrivateFault> {
  const read = withRegularFile(file, MOST_BYTES, (descriptor, stats) => {
    const mode = stats.mode & 0o777
    // Windows has access in lists, not in these bits: there the user's own folder protects the file.
    const open = process.platform !== 'win32' && (mode & OTHERS) !== 0
    return open ? { mode: mode.toString(8) } : { text: bytesOf(descriptor, MOST_BYTES).toString('utf8') }
  })
  if (!read.ok) {
    const { kind, message } = read.fault
    return kind === 'absent' ? ok(null) : fail({ kind, message })
  }
  if (read.value.mode !== undefined)
    return fail({ kind: 'open-to-others', message: `can be read by others (mode ${read.value.mode})` })
  return ok(read.value.text)
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
