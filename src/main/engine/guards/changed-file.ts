import type { Stats } from 'node:fs'
import { ok, type Reply } from '../../../shared/lib/reply'
import { bytesOf, type FileFault, withRegularFile } from './regular-file'

type FileRead =
  | { readonly state: 'absent' }
  /** As it was at the last check. */
  | { readonly state: 'unchanged' }
  | { readonly state: 'read'; readonly text: string; readonly stamp: string }

/** [HF1] Reads a regular file of at most `most` bytes, unless its stamp is still `stamp`. */
export function readChanged(path: string, most: number, stamp: string): Reply<FileRead, FileFault> {
  const read = withRegularFile(path, most, (descriptor, stats): FileRead => {
    const now = stampOf(stats)
    return now === stamp ? { state: 'unchanged' } : { state: 'read', text: utf8(bytesOf(descriptor, most)), stamp: now }
  })
  if (read.ok) return read
  return read.fault.kind === 'absent' ? ok({ state: 'absent' }) : read
}

function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev}:${ino}:${size}:${mtimeMs}:${ctimeMs}`
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('it is not UTF-8 text')
  }
}
