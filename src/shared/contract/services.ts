import type { PublicService } from '../domain/public-names'

/** What customers may hear of services. */
export interface ServiceNames {
  readonly services: readonly PublicService[]
  /** Where the file is, or would be. */
  readonly path: string
  /** Why the file as it is now is not used, with line and column; empty for nothing. `services` are then the last good ones. */
  readonly problem: string
}
