import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { fail, ok, type Reply } from '../../../shared/lib/reply'

export type FileRead =
  | { readonly state: 'absent' }
  /** As it was at the last look. */
  | { readonly state: 'unchanged' }
  | { readonly state: 'read'; readonly text: string; readonly stamp: string }

/**
 * Reads a regular file of at most `most` bytes, unless its stamp is still `stamp`. Opened without waiting, so that a
 * pipe with that name hangs nothing.
 */
export function readBounded(path: string, most: number, stamp: string): Reply<FileRead, string> {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? ok({ state: 'absent' }) : fail(`cannot be read: ${reasonOf(error)}`)
  }
  try {
    const { size, mtimeMs, ino, dev, ctimeMs } = fstatSync(file)
    if (!fstatSync(file).isFile()) return fail('is not a regular file')
    if (size > most) return fail(`is ${size} bytes long; at most ${most} are read`)
    const now = `${dev}:${ino}:${size}:${mtimeMs}:${ctimeMs}`
    if (now === stamp) return ok({ state: 'unchanged' })
    return ok({ state: 'read', text: textOf(file, size), stamp: now })
  } catch (error) {
    return fail(`cannot be read: ${reasonOf(error)}`)
  } finally {
    closeSync(file)
  }
}

/** No more than its size when it was looked at: it may be growing. */
function textOf(file: number, size: number): string {
  const bytes = Buffer.alloc(size)
  let had = 0
  while (had < size) {
    const got = readSync(file, bytes, had, size - had, null)
    if (got === 0) break
    had += got
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, had))
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function reasonOf(error: unknown): string {
  if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8 text'
  return error instanceof Error ? error.message : String(error)
}
