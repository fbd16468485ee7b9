import type { Connection, ProbeResult } from '../../../shared/contract/connections'
import type { Channel } from '../../../shared/domain/update'
import type { AlertFeed, PanelFeed, PublicPageFeed, RateMeter } from '../feeds/types'
import type { HttpClient } from '../http/types'
import type { ActDelivery, UpdateDelivery } from '../outbox/types'

/** One configured vendor account, opened: what can be read and written through it. Absent means "not this vendor". */
export interface VendorAccount {
  readonly alerts?: AlertFeed
  readonly panels?: PanelFeed
  readonly publicPage?: PublicPageFeed
  /** What the vendor's headers said last of how much may be asked. */
  readonly meter?: RateMeter
  readonly updates?: UpdateDelivery
  readonly acts?: ActDelivery
  /** Channels that an update may be published to, known without asking the vendor. */
  readonly channels: readonly Channel[]
  /** One small read that proves address and token; never throws. */
  probe(signal: AbortSignal): Promise<ProbeResult>
}

export type OpenAccount = (connection: Connection, token: string | null, http: HttpClient) => VendorAccount
