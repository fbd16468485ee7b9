import type { PublicService } from '../domain/public-names'
import type { MaybeCoded } from './faults'

/** What customers may hear of services. */
export interface ServiceNames extends MaybeCoded {
  readonly services: readonly PublicService[]
  /** Where the file is, or would be. */
  readonly path: string
  /** Why the file as it is now is not used, with line and column; empty for nothing. `services` are then the last good ones. */
  readonly problem: string
}
