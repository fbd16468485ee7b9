import type { CodedReason } from '../domain/coded'
import type { ConnectionId } from '../domain/ids'
import type { PublicService } from '../domain/public-names'
import type { CatalogueService, PagerDutyService } from '../domain/service-catalogue'
import type { Millis } from '../lib/time'
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

/** [SY8] What one connection to PagerDuty lists. */
export interface ListedServices extends CodedReason {
  readonly connection: ConnectionId
  readonly name: string
  readonly services: readonly PagerDutyService[]
  /** Null: it was never read. */
  readonly readAt: Millis | null
  /** Why it is not as of now, or not all of it; empty for nothing. */
  readonly problem: string
}
