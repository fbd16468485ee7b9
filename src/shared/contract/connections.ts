import type { ConnectionId } from '../domain/ids'
import type { Severity } from '../domain/severity'
import type { PanelUnit, Threshold, Vendor } from './views'

/** One configured vendor account. The token is not here: it lives in the vault, under the connection's id. */
export interface Connection {
  readonly id: ConnectionId
  readonly vendor: Vendor
  readonly name: string
  /** Without a path of the API: `https://api.pagerduty.com`, `https://grafana.example.com/sub`. */
  readonly baseUrl: string
  /** PagerDuty: e-mail of the user that writes are done for. */
  readonly from?: string | undefined
  /** Statuspage: the page's id. */
  readonly pageId?: string | undefined
  /** Grafana: put a mark on its charts for each decision and change of severity. */
  readonly annotate?: boolean | undefined
  /** Slack: id of the channel that updates go to. */
  readonly channel?: string | undefined
  /** Seconds between two polls; the vendor's default where absent. */
  readonly everySeconds?: number | undefined
  /** PagerDuty: ids of the services and of the teams to read, and the urgencies; all where absent or empty. */
  readonly services?: readonly string[] | undefined
  readonly teams?: readonly string[] | undefined
  readonly urgencies?: readonly ('high' | 'low')[] | undefined
  /** PagerDuty: what the account's priorities mean here, by name; by their order where one is not named. */
  readonly severities?: Readonly<Record<string, Severity>> | undefined
  /** Statuspage: the page as customers open it. Read from there, the token's allowance stays free for publishing. */
  readonly publicUrl?: string | undefined
  /** A file of certificates (PEM) to trust besides the system's, on the engine's machine. */
  readonly caFile?: string | undefined
}

/** A chart to read: PromQL through Grafana (with `datasourceUid`) or straight from Prometheus. */
export interface PanelSpec {
  readonly id: string
  readonly title: string
  readonly unit: PanelUnit
  readonly thresholds: readonly Threshold[]
  readonly connection: ConnectionId
  /** Grafana only: the data source that answers `queries`. */
  readonly datasourceUid?: string | undefined
  /** A Prometheus connection that is asked when `connection` does not answer. */
  readonly fallback?: ConnectionId | undefined
  readonly queries: readonly { readonly legend: string; readonly expr: string }[]
}

/** What a screen may know of a connection. */
export interface ConnectionView {
  readonly connection: Connection
  readonly hasToken: boolean
  /** Where the token is kept, in plain words; empty without one. */
  readonly tokenNote: string
}

/** Outcome of "test": what is wrong in the vendor's own words, or what was reached. */
export interface ProbeResult {
  readonly good: boolean
  readonly message: string
}
