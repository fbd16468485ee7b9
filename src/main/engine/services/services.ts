import { dirname, join } from 'node:path'
import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import type { ServiceNames } from '../../../shared/contract/services'
import type { PublicService } from '../../../shared/domain/public-names'
import { type CatalogueService, mergedCatalogue } from '../../../shared/domain/service-catalogue'
import type { Reply } from '../../../shared/lib/reply'
import { readChanged } from '../guards/changed-file'
import type { FileFlaw } from '../guards/yaml-text'
import type { Logger } from '../ports'
import { readBackstage } from './backstage-file'
import { readServices } from './services-file'

/** 2,000 services with all that the file can have of them. */
export const MOST_BYTES = 1_000_000

export interface Services {
  /** As the files are now: they are checked each time, and read if they changed. */
  names(): ServiceNames
}

/**
 * [PN4] Services from files that people edit while the engine runs: `services.yaml`, and next to it Backstage's
 * `catalog-info.yaml`. A broken file affects only itself: what was read before stays, and the error is reported with
 * line and column. Neither is read before it is needed, so that a start does not wait for them.
 */
export function openServices(path: string, logger: Logger): Services {
  const own = watchFile(path, readServices, logger)
  const backstage = watchFile(join(dirname(path), 'catalog-info.yaml'), readBackstage, logger)
  let known: Pick<ServiceNames, 'services' | 'catalogue'> = { services: [], catalogue: [] }
  return {
    names() {
      const changed = [own.look(), backstage.look()].includes(true)
      if (changed) {
        const catalogue = mergedCatalogue(own.services(), backstage.services())
        known = { catalogue, services: catalogue.flatMap(publicPart) }
      }
      const problem = own.problem() ?? backstage.problem()
      return { ...known, path, problem: problem?.message ?? '', code: problem?.code, values: problem?.values }
    },
  }
}

function publicPart({ id, name, components }: CatalogueService): readonly PublicService[] {
  return name === null ? [] : [{ id, name, components }]
}

function watchFile(path: string, read: (text: string) => Reply<readonly CatalogueService[], FileFlaw>, logger: Logger) {
  let services: readonly CatalogueService[] = []
  let problem: CodedText | undefined
  let stamp = ''

  function reject(why: CodedText): void {
    if (why.message !== problem?.message) logger.warn('The services file is not used', { problem: why.message })
    problem = why
  }

  /** @returns whether the services are others now */
  function look(): boolean {
    const file = readChanged(path, MOST_BYTES, stamp)
    if (!file.ok) {
      stamp = ''
      reject(coded('file-problem', { path, problem: partOf(file.fault) }))
      return false
    }
    if (file.value.state === 'unchanged') return false
    const isThere = file.value.state === 'read'
    stamp = file.value.state === 'read' ? file.value.stamp : ''
    const found = file.value.state === 'read' ? read(file.value.text) : undefined
    if (found?.ok === false) {
      reject(coded('file-place', { path, ...found.fault }))
      return false
    }
    const had = services.length > 0
    services = found?.value ?? []
    problem = undefined
    return isThere || had
  }

  return { look, services: () => services, problem: () => problem }
}
