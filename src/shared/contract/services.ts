import type { PublicService } from '../domain/public-names'
import type { CatalogueService } from '../domain/service-catalogue'
import type { MaybeCoded } from './faults'

/** What is known of services, and what customers may hear of them. */
export interface ServiceNames extends MaybeCoded {
  readonly services: readonly PublicService[]
  /** [SY1] All that both files have of services. */
  readonly catalogue: readonly CatalogueService[]
  /** Where the file is, or would be. */
  readonly path: string
  /** Why the file as it is now is not used, with line and column; empty for nothing. `services` are then the last good ones. */
  readonly problem: string
}
