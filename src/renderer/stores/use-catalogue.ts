import { useMemo } from 'react'
import type { ListedServices, ServiceNames } from '../../shared/contract/services'
import { type CatalogueService, withPagerDuty } from '../../shared/domain/service-catalogue'
import { type Read, useRead } from './use-read'

export interface KnownServices {
  /** Of the team's files and of PagerDuty; undefined: the files are not read yet. */
  readonly catalogue: readonly CatalogueService[] | undefined
  /** What each connection to PagerDuty lists, with its age; empty until it has answered. */
  readonly listed: readonly ListedServices[]
  readonly files: Read<ServiceNames>
}

/** [SY8] The service catalogue. What PagerDuty lists comes later than the files, which wait for no vendor. */
export function useCatalogue(): KnownServices {
  const files = useRead('services:names', {})
  const listed = useRead('services:pagerduty', {}).value ?? none
  const known = files.value?.catalogue
  const catalogue = useMemo(
    () =>
      known &&
      withPagerDuty(
        known,
        listed.flatMap(({ services }) => services),
      ),
    [known, listed],
  )
  return { catalogue, listed, files }
}

const none: readonly ListedServices[] = []
