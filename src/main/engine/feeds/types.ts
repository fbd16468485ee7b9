import type { Connection, PanelSpec } from '../../../shared/contract/connections'
import type { VendorFault } from '../../../shared/contract/faults'
import type {
  AlertRow,
  Deploy,
  Maintenance,
  PageComponent,
  PanelSeries,
  PublicIncident,
} from '../../../shared/contract/views'
import type { Proposal } from '../../../shared/domain/proposal'
import type { Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'

/** What a vendor's client gives to the feeds, in our words. None of them retries or waits. */

export type FeedReply<T> = Promise<Reply<T, VendorFault>>

export interface AlertFeed {
  /** All that is open now, paged to the end. */
  fetchOpenAlerts(signal: AbortSignal): FeedReply<readonly AlertRow[]>
}

/** Instants on the vendor's side of the clock: the engine passes its own now. */
export interface TimeWindow {
  readonly from: Millis
  readonly to: Millis
  readonly step: Millis
}

/** Rows that one query was answered with. */
export interface AnswerRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** One panel's answer; a `problem` concerns this panel only. */
export interface PanelAnswer {
  readonly panel: string
  readonly series: readonly PanelSeries[]
  /** Of a panel that is shown as a table: what each query was answered with. */
  readonly frames?: readonly AnswerRows[] | undefined
  readonly problem: string
  readonly warnings: readonly string[]
}

export interface PanelFeed {
  fetchPanels(panels: readonly PanelSpec[], window: TimeWindow, signal: AbortSignal): FeedReply<readonly PanelAnswer[]>
}

export interface PublicPageAnswer {
  readonly components: readonly PageComponent[]
  readonly incidents: readonly PublicIncident[]
  readonly maintenances?: readonly Maintenance[]
}

export interface PublicPageFeed {
  fetchPublicPage(signal: AbortSignal): FeedReply<PublicPageAnswer>
}

export interface DeployFeed {
  /** What was rolled out since then, the newest first. */
  fetchDeploys(since: Millis, signal: AbortSignal): FeedReply<readonly Deploy[]>
}

/** Where an open incident is talked about, and since when. A null channel: the connection's war room. */
export interface Room {
  readonly channel: string | null
  readonly since: Millis
}

export interface RoomFeed {
  /** What people said in these rooms, the newest first; without a room only whether the vendor answers. */
  fetchProposals(rooms: readonly Room[], signal: AbortSignal): FeedReply<readonly Proposal[]>
}

/** What a vendor's own headers say of how much may be asked; `resetsIn` from the answer that told it. */
export interface RateMeter {
  budget(): { readonly limit: number; readonly remaining: number; readonly resetsIn: Millis } | null
  /** Requests so far, for whatever purpose. */
  asked(): number
}

/** One configured connection and what can be read through it; absent means "not this vendor". */
export interface FeedSource {
  readonly connection: Connection
  readonly account: {
    readonly alerts?: AlertFeed
    readonly panels?: PanelFeed
    readonly publicPage?: PublicPageFeed
    readonly deploys?: DeployFeed
    readonly rooms?: RoomFeed
    readonly meter?: RateMeter
  }
}
