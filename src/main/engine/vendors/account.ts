import type { Connection, ProbeResult } from '../../../shared/contract/connections'
import type { DashboardSlice } from '../../../shared/contract/dashboards'
import type { VendorFault } from '../../../shared/contract/faults'
import type {
  FoundPerson,
  OnCallList,
  PagerDutyDirectory,
  PagerDutyIncidentDetails,
} from '../../../shared/contract/people'
import type { SilenceRow } from '../../../shared/contract/silences'
import type { PageMetric, StatusPageTemplate } from '../../../shared/contract/status-pages'
import type { CodedReason } from '../../../shared/domain/coded'
import type { PagerDutyService } from '../../../shared/domain/service-catalogue'
import type { Channel } from '../../../shared/domain/update'
import type { Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import type { AccountFeeds, FeedReply } from '../feeds/types'
import type { HttpClient } from '../http/types'
import type { RequestDelivery, UpdateDelivery } from '../outbox/types'

/** One configured vendor account, opened: what can be read and written through it. Absent means "not this vendor". */
export interface VendorAccount extends AccountFeeds {
  /** What suppresses alerts there. */
  readonly silences?: (signal: AbortSignal) => FeedReply<readonly SilenceRow[]>
  readonly people?: PeopleReads
  /** Texts that the page's owners have prepared. */
  readonly templates?: (signal: AbortSignal) => FeedReply<readonly StatusPageTemplate[]>
  /** [SP27] The figures that the page shows. */
  readonly metrics?: (signal: AbortSignal) => FeedReply<readonly PageMetric[]>
  /** Names in use in the hour before `now`. */
  names?(now: Millis): MetricNames
  readonly dashboards?: DashboardShelf
  readonly updates?: UpdateDelivery
  readonly acts?: RequestDelivery
  /** Channels that an update may be published to, known without asking the vendor. */
  readonly channels: readonly Channel[]
  /** One small read that proves address and token; never throws. */
  probe(signal: AbortSignal): Promise<ProbeResult>
}

/** What a paging system is asked when a person opens it. */
export interface PeopleReads {
  /** @param externalId of the page */
  pageDetails(externalId: string, signal: AbortSignal): Promise<Reply<PagerDutyIncidentDetails, VendorFault>>
  onCall(signal: AbortSignal): Promise<Reply<OnCallList, VendorFault>>
  directory(signal: AbortSignal): Promise<Reply<PagerDutyDirectory, VendorFault>>
  /** [SY8] */
  services(signal: AbortSignal): Promise<Reply<ServiceList, VendorFault>>
  /** @param words a part of a name or an e-mail, of two letters at least */
  find(words: string, signal: AbortSignal): Promise<Reply<readonly FoundPerson[], VendorFault>>
}

/** `problem` names what of it could not be read; empty for nothing. */
export interface ServiceList extends CodedReason {
  readonly services: readonly PagerDutyService[]
  readonly problem: string
}

/** What a Prometheus knows by name, for the choices of a dashboard's variables. */
export interface MetricNames {
  labelNames(signal: AbortSignal): FeedReply<readonly string[]>
  /** @param selector of series, such as `up{job="api"}`; null: of all */
  labelValues(label: string, selector: string | null, signal: AbortSignal): FeedReply<readonly string[]>
  /** One text a line of the answer: `metric{label="value"} value timestamp`, as Grafana's patterns expect it. */
  queryResult(expr: string, signal: AbortSignal): FeedReply<readonly string[]>
  /** One text a series: `metric{label="value"}`. */
  series(selector: string, signal: AbortSignal): FeedReply<readonly string[]>
}

export interface DataSource {
  readonly uid: string
  readonly name: string
  readonly type: string
  readonly byDefault: boolean
}

/** Dashboards that a vendor stores. */
export interface DashboardShelf {
  /** @param page from 1 */
  search(words: string, page: number, signal: AbortSignal): FeedReply<DashboardSlice>
  /** The dashboard as the vendor answers it. */
  read(uid: string, signal: AbortSignal): FeedReply<unknown>
  /** A library panel's model. */
  libraryPanel(uid: string, signal: AbortSignal): FeedReply<unknown>
  dataSources(signal: AbortSignal): FeedReply<readonly DataSource[]>
  /** Names that one of its Prometheus data sources knows. */
  names(source: string, now: Millis): MetricNames
  /** Where it shows a panel; null: the whole dashboard. */
  link(uid: string, panel: number | null): string | undefined
}

/** @param key with which what is sent is signed, where the vendor has one besides the token */
export type OpenAccount = (
  connection: Connection,
  token: string | null,
  http: HttpClient,
  key?: string | null,
) => VendorAccount
