import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import type { ServiceNames } from '../../../shared/contract/services'
import type { PublicService } from '../../../shared/domain/public-names'
import { readChanged } from '../guards/changed-file'
import type { Logger } from '../ports'
import { readServices } from './services-file'

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
    const file = readChanged(path, MOST_BYTES, stamp)
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
