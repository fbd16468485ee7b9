import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Connection, PanelSpec } from '../../../shared/contract/connections'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import type { Annotation, Deploy, PanelReading, PanelSeries } from '../../../shared/contract/metrics'
import type { AlertRule } from '../../../shared/contract/rules'
import type {
  Maintenance,
  PublicIncident,
  StatusPage,
  StatusPageComponent,
  StatusPagePart,
} from '../../../shared/contract/status-pages'
import type { FeedHealth } from '../../../shared/domain/freshness'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Proposal } from '../../../shared/domain/proposal'
import type { Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'

/** What a vendor's client offers the feeds, in our terms. None of them retries or waits. */

export type FeedReply<T> = Promise<FeedAnswer<T>>

/** An answer may be good and still lack something. */
export type FeedAnswer<T> = Reply<T, VendorFault> & { readonly gap?: Gap }

/** [RP2] [RP3] What an answer lacks although it could be read. */
export interface Gap {
  readonly reason: FaultValue
  /** There is more than was read: what is counted in it is "at least". */
  readonly more: boolean
  /** Rows that are there and could not be read. */
  readonly unread?: number
}

export interface AlertFeed {
  /** All that is open now, paged to the end. */
  fetchOpenAlerts(signal: AbortSignal): FeedReply<readonly AlertRow[]>
}

export interface RuleFeed {
  /** What the vendor watches for. */
  fetchRules(signal: AbortSignal): FeedReply<readonly AlertRule[]>
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
  /** Empty for none. */
  readonly problem: FaultValue
  readonly warnings: readonly FaultValue[]
}

export interface PanelFeed {
  fetchPanels(panels: readonly PanelSpec[], window: TimeWindow, signal: AbortSignal): FeedReply<readonly PanelAnswer[]>
}

/** What one status page answered. A part that could not be read is empty here, and named in `missing`. */
export interface PublicPageAnswer {
  readonly components: readonly StatusPageComponent[]
  readonly incidents: readonly PublicIncident[]
  readonly maintenances?: readonly Maintenance[]
  readonly missing?: readonly { readonly part: StatusPagePart; readonly reason: FaultValue }[]
}

export interface PublicPageFeed {
  fetchPublicPage(signal: AbortSignal): FeedReply<PublicPageAnswer>
}

export interface DeployFeed {
  /** What was rolled out since then, the newest first. */
  fetchDeploys(since: Millis, signal: AbortSignal): FeedReply<readonly Deploy[]>
}

export interface AnnotationFeed {
  /** What others than us noted in that time, the newest first. */
  fetchAnnotations(span: Pick<TimeWindow, 'from' | 'to'>, signal: AbortSignal): FeedReply<readonly Annotation[]>
}

/** Where an open incident is talked about, and since when. A null channel: the connection's war room. */
export interface Room {
  readonly channel: string | null
  readonly since: Millis
}

/** A page that an open incident was taken from or is linked to; notes on it count since then. */
export interface LinkedRoom {
  readonly page: string
  readonly since: Millis
}

/** Messages of people, the newest first. */
export interface ProposalsAnswer {
  readonly proposals: readonly Proposal[]
  /** Which room could not be read, and why; empty for none. */
  readonly gap: FaultValue
}

export interface RoomFeed {
  /** Messages in those of these places that the vendor has; without one only whether it answers. */
  fetchProposals(places: readonly (Room | LinkedRoom)[], signal: AbortSignal): FeedReply<ProposalsAnswer>
}

/** The rate limit by the vendor's own headers; `resetsIn` is counted from the answer that had it. */
export interface RateMeter {
  budget(): { readonly limit: number; readonly remaining: number; readonly resetsIn: Millis } | null
  /** Requests so far, for whatever purpose. */
  asked(): number
}

/** What was last read before this engine started, as far as it is of the same connections and panels. */
export interface Recalled {
  feed(id: string): Pick<FeedHealth, 'trueAt' | 'more'> | undefined
  panel(spec: PanelSpec): Pick<PanelReading, 'series' | 'table' | 'trueAt'> | undefined
  page(connection: ConnectionId): { readonly page: StatusPage; readonly trueAt: Millis } | undefined
}

/** What is polled of a vendor's account; absent means "not this vendor". */
export interface AccountFeeds {
  readonly alerts?: AlertFeed
  readonly panels?: PanelFeed
  readonly publicPage?: PublicPageFeed
  readonly deploys?: DeployFeed
  readonly rules?: RuleFeed
  readonly annotations?: AnnotationFeed
  readonly rooms?: RoomFeed
  /** The rate limit that the vendor's headers last gave. */
  readonly meter?: RateMeter
}

/** One configured connection and what can be read through it. */
export interface FeedSource {
  readonly connection: Connection
  readonly account: AccountFeeds
}
