import type { CodedReason, CodedValue } from '../domain/coded'
import type { PanelFigure } from '../domain/figure'
import type { ConnectionId } from '../domain/ids'
import type { PanelMeaning } from '../domain/method/panel-meaning'
import { HOUR, type Millis } from '../lib/time'
import type { PanelUnit } from './panel-units'

/** What charts show, and what is marked on them. */

/** A deployed change, as PagerDuty received it. */
export interface Deploy {
  /** `connection/externalId`. */
  readonly id: string
  readonly connection: ConnectionId
  readonly title: string
  /** Names of the services that it touched. */
  readonly services: readonly string[]
  /** What reported it, such as the name of a pipeline; empty if it did not say. */
  readonly source: string
  readonly at: Millis
  readonly url: string | null
}

/** An annotation on the vendor's charts, by a person or a tool. */
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
export interface PanelReading extends CodedReason {
  readonly id: string
  readonly title: string
  readonly unit: PanelUnit
  readonly thresholds: readonly Threshold[]
  readonly series: readonly PanelSeries[]
  /** Which feed it came through, and when it was true; null: not read yet. */
  readonly feed: string
  readonly trueAt: Millis | null
  /** This panel's own trouble, though its feed answers; empty for none. */
  readonly problem: string
  /** Vendor's notes on the answer, such as Prometheus' warnings. */
  readonly warnings: readonly string[]
  /** The same, with codes if the text is ours; absent: all of it is the vendor's. */
  readonly codedWarnings?: readonly CodedValue[] | undefined
  /** Instead of lines. */
  readonly table?: PanelTable | undefined
  /** How a line becomes the panel's one figure; absent: its last value. */
  readonly figure?: PanelFigure | undefined
  /** Decimals; absent: as many as are useful. */
  readonly decimals?: number | undefined
  /** [GT1] What it says of an incident; absent: it is only displayed. */
  readonly means?: PanelMeaning | undefined
  /** The dashboard it comes from. */
  readonly from?: string | undefined
  /** Where the vendor shows it. */
  readonly url?: string | undefined
}

/** When a panel was true that was read again without news. */
export type PanelTime = Pick<PanelReading, 'id' | 'trueAt'>

/** What a panel showed then, at today's instants. */
export interface PanelBaseline extends CodedReason {
  readonly panel: string
  readonly series: readonly PanelSeries[]
  /** Why there is none; empty where there is one. */
  readonly problem: string
}
