import type { PanelFigure } from '../domain/figure'
import type { Millis } from '../lib/time'
import type { PanelSeries, Threshold } from './metrics'
import type { PanelUnit } from './panel-units'

/** Since when a panel was pinned while the incident was open; null: it still is. */
export interface PinnedSpan {
  readonly from: Millis
  readonly to: Millis | null
}

/** What is known of a panel that is kept, besides its values. */
export interface KeptPanelFacts {
  readonly title: string
  readonly unit: PanelUnit
  readonly thresholds: readonly Threshold[]
  readonly figure?: PanelFigure | undefined
  readonly decimals?: number | undefined
  /** The dashboard it comes from. */
  readonly from?: string | undefined
  readonly pinned: readonly PinnedSpan[]
  readonly lines: readonly { readonly name: string; readonly unit?: PanelUnit | undefined }[]
  /** Lines of it that are not kept, because there were more than are. */
  readonly leftOut: number
}

/** [KT5] What a panel showed while an incident was open. A null in its values is a gap. */
export interface KeptPanel extends Omit<KeptPanelFacts, 'lines'> {
  readonly panel: string
  readonly series: readonly PanelSeries[]
}

export interface KeptTelemetry {
  readonly panels: readonly KeptPanel[]
}

/** Points of all lines of one answer. */
export const MOST_KEPT_POINTS = 24_000
