import type { RunningDeadline } from '../domain/deadlines'
import type { PanelFigure } from '../domain/figure'
import type { FeedHealth } from '../domain/freshness'
import type { ConnectionId, IncidentId } from '../domain/ids'
import type { Responder } from '../domain/people'
import type { Proposal } from '../domain/proposal'
import type { Severity } from '../domain/severity'
import type { Status } from '../domain/status'
import type { ComponentStatus } from '../domain/update'
import { HOUR, type Millis } from '../lib/time'
import type { PanelUnit } from './panel-units'
import type { RuleBook } from './rules'

/** What the engine shows that is not in an incident's log: the list of incidents, and what the feeds read. */

export const vendors = ['pagerduty', 'grafana', 'prometheus', 'alertmanager', 'statuspage', 'slack'] as const
export type Vendor = (typeof vendors)[number]

export const vendorName: Readonly<Record<Vendor, string>> = {
  pagerduty: 'PagerDuty',
  grafana: 'Grafana',
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  statuspage: 'Statuspage',
  slack: 'Slack',
}

/** One line of the list of incidents. */
export interface IncidentSummary {
  readonly id: IncidentId
  readonly title: string
  readonly severity: Severity
  readonly status: Status
  readonly drill: boolean
  readonly declaredAt: Millis
  readonly ic: Responder | null
  /** What is due in it, the soonest first. Absent in what an early version stored. */
  readonly deadlines?: readonly Pick<RunningDeadline, 'kind' | 'dueAt'>[]
}

/** A reading of the engine's clock. A drill's clock may run `rate` times as fast as the wall's. */
export interface ClockReading {
  readonly now: Millis
  readonly rate: number
}

/** The world that the engine lives in. A drill has a data folder, connections and a clock of its own. */
export type World =
  | { readonly kind: 'real' }
  | {
      readonly kind: 'drill'
      readonly name: string
      readonly title: string
      readonly startedAt: Millis
      readonly speed: number
      /** What the person who runs the drill should do first. */
      readonly briefing: string
    }

export type FeedWhat = 'alerts' | 'rules' | 'panels' | 'components' | 'deploys' | 'annotations' | 'proposals'

/** Feeds of a monitoring system that a person may leave to another one. */
export const optionalFeeds = ['alerts', 'rules', 'annotations'] as const satisfies readonly FeedWhat[]
export type OptionalFeed = (typeof optionalFeeds)[number]

/** Health of one feed: one connection, one thing read through it. */
export interface FeedStatus extends FeedHealth {
  /** `connection/what`. */
  readonly id: string
  readonly connection: ConnectionId
  readonly name: string
  readonly vendor: Vendor
  readonly what: FeedWhat
}

/** One thing that asks for attention: a PagerDuty incident (`page`), or an alert of a monitoring system. */
export interface AlertRow {
  /** `connection/externalId`: unique across connections. */
  readonly id: string
  readonly connection: ConnectionId
  readonly externalId: string
  readonly origin: 'page' | 'alert'
  readonly title: string
  readonly service: string | null
  readonly urgency: 'critical' | 'high' | 'low'
  readonly state: 'firing' | 'acknowledged' | 'pending' | 'suppressed'
  /** [AL12] Null: its source does not say. */
  readonly startedAt: Millis | null
  readonly url: string | null
  /** Name of what went wrong, such as the label `alertname`; null or absent: the source does not say. */
  readonly cause?: string | null
  /** The few labels that tell where it is, cut short; absent: the source has none. */
  readonly labels?: Readonly<Record<string, string>>
  /** What its priority means here: proposed to whoever takes it. */
  readonly severity?: Severity | undefined
  /** Why nobody hears of it, such as "silenced by ada until 12:30 UTC"; empty or absent where it is heard. */
  readonly hush?: string | undefined
  /** The number by which people know a PagerDuty incident. */
  readonly incidentNumber?: number | undefined
  /** When PagerDuty triggers it again by itself: it was snoozed, or acknowledged for a time. */
  readonly returnsAt?: Millis | undefined
  /** The vendor's id of the rule that it comes from; absent: the vendor does not say. */
  readonly rule?: string | undefined
}

/** A change that somebody rolled out, as told to PagerDuty. */
export interface Deploy {
  /** `connection/externalId`. */
  readonly id: string
  readonly connection: ConnectionId
  readonly title: string
  /** Names of the services that it touched. */
  readonly services: readonly string[]
  /** What told of it, such as the name of a pipeline; empty where it did not say. */
  readonly source: string
  readonly at: Millis
  readonly url: string | null
}

/** What somebody or something noted on the vendor's charts. */
export interface Annotation {
  /** `connection/externalId`. */
  readonly id: string
  readonly connection: ConnectionId
  readonly text: string
  readonly tags: readonly string[]
  readonly at: Millis
  /** Of a span of time; null: of an instant. */
  readonly until: Millis | null
}

export interface Threshold {
  readonly at: number
  readonly level: 'warning' | 'critical'
  /** Reached by values under `at`; else by values of at least `at`. */
  readonly low?: true | undefined
}

/** A line of a chart: two columns of one length, lists or packed numbers. Null or NaN in `values` is a gap. */
export interface PanelSeries {
  readonly name: string
  readonly times: Readonly<ArrayLike<Millis>>
  readonly values: Readonly<ArrayLike<number | null>>
  /** Where it is not the panel's. */
  readonly unit?: PanelUnit | undefined
}

export interface TableColumn {
  readonly name: string
  readonly unit?: PanelUnit | undefined
}

/** What is read as rows: labels, logs, traces. A cell that is a number is in its column's unit. */
export interface PanelTable {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Rows that were left out, because nobody reads more. */
  readonly more: number
}

/** What every panel is read for: so long, up to now. */
export const PANEL_SPAN: Millis = HOUR

/** A chart of "Live metrics" as last read. `feed` is the id of the feed whose freshness it has. */
export interface PanelReading {
  readonly id: string
  readonly title: string
  readonly unit: PanelUnit
  readonly thresholds: readonly Threshold[]
  readonly series: readonly PanelSeries[]
  /** Which feed it came through, and when it was true; null: not read yet. */
  readonly feed: string
  readonly trueAt: Millis | null
  /** This panel's own trouble, in the vendor's words, though its feed answers; empty for none. */
  readonly problem: string
  /** Vendor's notes on the answer, such as Prometheus' warnings. */
  readonly warnings: readonly string[]
  /** Instead of lines. */
  readonly table?: PanelTable | undefined
  /** How a line becomes the panel's one figure; absent: its last value. */
  readonly figure?: PanelFigure | undefined
  /** Digits behind the point; absent: as many as are of use. */
  readonly decimals?: number | undefined
  /** The dashboard it comes from. */
  readonly from?: string | undefined
  /** Where the vendor shows it. */
  readonly url?: string | undefined
}

/** The day whose same hour a chart is compared with. */
export const baselineDays = ['yesterday', 'last-week'] as const
export type BaselineDay = (typeof baselineDays)[number]
export const daysBefore: Readonly<Record<BaselineDay, number>> = { yesterday: 1, 'last-week': 7 }

/** What a panel showed then, at today's instants. */
export interface PanelBaseline {
  readonly panel: string
  readonly series: readonly PanelSeries[]
  /** Why there is none, in the vendor's words; empty for none. */
  readonly problem: string
}

/** A part of the public status page, as customers see it now. */
export interface PageComponent {
  readonly id: string
  readonly name: string
  readonly status: ComponentStatus
  /** Heading that it stands under on the page; absent: none. */
  readonly group?: string
}

/** Work that the page announces: not begun, or under way. */
export interface Maintenance {
  readonly externalId: string
  readonly name: string
  readonly status: string
  readonly from: Millis | null
  readonly to: Millis | null
  readonly url: string | null
  /** What it concerns, where the page says so. */
  readonly components?: readonly { readonly id: string; readonly name: string }[]
}

/** A text that the page's owners have prepared at Statuspage. */
export interface PageTemplate {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly body: string
  /** Status that the incident gets with it; empty: none. */
  readonly status: string
}

export interface PublicIncident {
  readonly externalId: string
  readonly name: string
  readonly status: string
  readonly lastUpdate: string
  /** Null: the page does not say. */
  readonly updatedAt: Millis | null
  readonly url: string | null
}

export type PagePart = 'components' | 'incidents' | 'maintenances'

/** A part of a status page that the last look did not bring: what stands there is of an earlier one. */
export interface MissingPart {
  readonly part: PagePart
  readonly reason: string
  /** When what stands there was true; null: it was never read, and nothing stands there. */
  readonly trueAt: Millis | null
}

/** What customers see on one status page. */
export interface PublicPage {
  readonly feed: string
  readonly connection: ConnectionId
  readonly name: string
  readonly components: readonly PageComponent[]
  readonly incidents: readonly PublicIncident[]
  readonly maintenances?: readonly Maintenance[]
  /** Absent or empty: all of it was read. */
  readonly missing?: readonly MissingPart[]
}

/** What the feeds have read, but alerts, for a screen that has just opened. */
export interface Board {
  readonly feeds: readonly FeedStatus[]
  readonly panels: readonly PanelReading[]
  readonly pages: readonly PublicPage[]
  /** Of the last hours, the newest first. */
  readonly deploys: readonly Deploy[]
  /** What watches, and what of it cannot see. */
  readonly rules: readonly RuleBook[]
  /** Of the last hours, the newest first; none that we wrote. */
  readonly annotations: readonly Annotation[]
  /** The newest messages of the open incidents' rooms; `openProposals` tells which of them an incident has open. */
  readonly proposals: readonly Proposal[]
}
