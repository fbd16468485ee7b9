import type { Connection, ProbeResult } from '../../../shared/contract/connections'
import type { VendorFault } from '../../../shared/contract/faults'
import type { OnCallList, PageDetails } from '../../../shared/contract/people'
import type { PageTemplate } from '../../../shared/contract/views'
import type { Channel } from '../../../shared/domain/update'
import type { Reply } from '../../../shared/lib/reply'
import type { AlertFeed, DeployFeed, PanelFeed, PublicPageFeed, RateMeter } from '../feeds/types'
import type { HttpClient } from '../http/types'
import type { ActDelivery, UpdateDelivery } from '../outbox/types'

/** One configured vendor account, opened: what can be read and written through it. Absent means "not this vendor". */
export interface VendorAccount {
  readonly alerts?: AlertFeed
  readonly panels?: PanelFeed
  readonly publicPage?: PublicPageFeed
  readonly deploys?: DeployFeed
  readonly people?: PeopleReads
  /** Texts that the page's owners have prepared. */
  readonly templates?: (signal: AbortSignal) => Promise<Reply<readonly PageTemplate[], VendorFault>>
  /** What the vendor's headers said last of how much may be asked. */
  readonly meter?: RateMeter
  readonly updates?: UpdateDelivery
  readonly acts?: ActDelivery
  /** Channels that an update may be published to, known without asking the vendor. */
  readonly channels: readonly Channel[]
  /** One small read that proves address and token; never throws. */
  probe(signal: AbortSignal): Promise<ProbeResult>
}

/** What is asked of a paging system when somebody wants to see it. */
export interface PeopleReads {
  /** @param externalId of the page */
  pageDetails(externalId: string, signal: AbortSignal): Promise<Reply<PageDetails, VendorFault>>
  onCall(signal: AbortSignal): Promise<Reply<OnCallList, VendorFault>>
}

export type OpenAccount = (connection: Connection, token: string | null, http: HttpClient) => VendorAccount
