import type { Stats } from 'node:fs'
import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import type { ServiceNames } from '../../../shared/contract/services'
import type { PublicService } from '../../../shared/domain/public-names'
import { ok, type Reply } from '../../../shared/lib/reply'
import { bytesOf, type FileFault, withRegularFile } from '../guards/regular-file'
import type { Logger } from '../ports'
import { readServices } from './services-file'

type FileRead =
  | { readonly state: 'absent' }
  /** As it was at the last look. */
  | { readonly state: 'unchanged' }
  | { readonly state: 'read'; readonly text: string; readonly stamp: string }

/** [HF1] Reads a regular file of at most `most` bytes, unless its stamp is still `stamp`. */
function readBounded(path: string, most: number, stamp: string): Reply<FileRead, FileFault> {
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

/** 2,000 services with their components are a fifth of it. */
export const MOST_BYTES = 1_000_000

export interface Services {
  /** As the file is now: it is looked at anew each time, and read where it has changed. */
  names(): ServiceNames
}

/**
 * [PN4] The services' public names from a file that people edit while the engine runs. A file that
 * is broken costs nothing but itself: what was read before stays, and what is wrong is said with line and column.
 */
export function openServices(path: string, logger: Logger): Services {
  let services: readonly PublicService[] = []
  let problem: CodedText | undefined
  let stamp = ''

  function reject(why: CodedText): void {
    if (why.message !== problem?.message) logger.warn('The services file is not used', { problem: why.message })
    problem = why
  }

  function look(): void {
    const file = readBounded(path, MOST_BYTES, stamp)
    if (!file.ok) {
      stamp = ''
      reject(coded('file-problem', { path, problem: partOf(file.fault) }))
      return
    }
    if (file.value.state === 'unchanged') return
    if (file.value.state === 'absent') {
      services = []
      problem = undefined
      stamp = ''
      return
    }
    stamp = file.value.stamp
    const read = readServices(file.value.text)
    if (!read.ok) {
      reject(coded('file-place', { path, ...read.fault }))
      return
    }
    services = read.value
    problem = undefined
  }

  return {
    names() {
      look()
      return { services, path, problem: problem?.message ?? '', code: problem?.code, values: problem?.values }
    },
  }
}
