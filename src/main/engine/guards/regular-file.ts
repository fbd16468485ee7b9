import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { type CodedText, coded, codedPart } from '../../../shared/contract/coded-text'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import { withoutByteOrderMark } from '../../../shared/lib/file-text'
import { fail, ok, type Reply } from '../../../shared/lib/reply'

/** `message` continues after the file's name: "is a pipe, and must be a plain file". */
export interface FileFault extends CodedText {
  readonly kind: 'absent' | 'unusable'
}

const CHUNK = 64 * 1024

class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly most: number

  constructor(most: number) {
    super()
    this.most = most
  }
}

/**
 * [HF1] The one way to open a file that a person or a team may have put there. A pipe would block the start for ever, a
 * device has no end, and neither has a link to one: only plain files of at most `most` bytes are opened for reading.
 * Checked before it is opened, because opening a device can have effects; opened without blocking, and checked again by
 * its descriptor, because another file may be there by then.
 */
export function withRegularFile<T>(
  path: string,
  most: number,
  use: (descriptor: number, stats: Stats) => T,
): Reply<T, FileFault> {
  try {
    const seen = problemOf(statSync(path), most)
    if (seen !== undefined) return fail(unusable(seen))
    // Windows knows no O_NONBLOCK, and no pipes among its files.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = fstatSync(descriptor)
      const problem = problemOf(stats, most)
      return problem === undefined ? ok(use(descriptor, stats)) : fail(unusable(problem))
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    return fail(faultOf(error))
  }
}

/** Its text, without the mark of byte order that some editors write first. */
export function readTextFile(path: string, most: number): Reply<string, FileFault> {
  return withRegularFile(path, most, descriptor => withoutByteOrderMark(bytesOf(descriptor, most).toString('utf8')))
}

/**
 * All of an open file. Its size is not asked: it may be growing, and files that the system makes up on reading have
 * none.
 * @throws TooLarge if it is longer than `most` after all; `withRegularFile` reports it as it reports the size
 */
export function bytesOf(descriptor: number, most: number): Buffer {
  const parts: Buffer[] = []
  let had = 0
  while (had <= most) {
    const part = Buffer.allocUnsafe(Math.min(CHUNK, most + 1 - had))
    const got = readSync(descriptor, part, 0, part.length, null)
    if (got === 0) return Buffer.concat(parts)
    parts.push(part.subarray(0, got))
    had += got
  }
  throw new TooLarge(most)
}

/** Before a library reads it by itself. A file that is absent is none of its problems. */
export function checkRegularFile(path: string, most: number): Reply<null, FileFault> {
  const checked = withRegularFile(path, most, () => null)
  return !checked.ok && checked.fault.kind === 'absent' ? ok(null) : checked
}

function unusable(problem: CodedPart): FileFault {
  return { kind: 'unusable', ...codedPart(problem) }
}

/** Undefined: none. */
function problemOf(stats: Stats, most: number): CodedPart | undefined {
  if (!stats.isFile()) return { code: 'file-not-plain', values: { kind: { code: kindOf(stats) } } }
  return stats.size > most ? tooLarge(most) : undefined
}

function kindOf(stats: Stats) {
  if (stats.isDirectory()) return 'file-folder'
  if (stats.isFIFO()) return 'file-pipe'
  return stats.isSocket() ? 'file-socket' : 'file-device'
}

function tooLarge(most: number): CodedPart {
  return { code: 'file-too-large', values: { most } }
}

function faultOf(error: unknown): FileFault {
  if (error instanceof TooLarge) return unusable(tooLarge(error.most))
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return { kind: 'absent', ...coded('file-absent') }
  const reason = error instanceof Error ? error.message : String(error)
  return unusable({ code: 'file-unreadable', values: { reason } })
}
