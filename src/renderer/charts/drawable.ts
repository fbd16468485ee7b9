import { PANEL_SPAN, type Threshold } from '../../shared/contract/metrics'
import type { PanelUnit } from '../../shared/contract/panel-units'
import type { Millis } from '../../shared/lib/time'
import type { ChartData, Mark } from './chart-data'
import { columnOf, type PointColumn } from './columns'

/** From one instant to another. */
export interface Span {
  readonly from: Millis
  readonly to: Millis
}

/** A chart as it is drawn: typed columns, which cross to a worker cheaply, and the span that is shown. */
export interface Drawable {
  readonly unit: PanelUnit
  readonly columns: readonly PointColumn[]
  /** Series of another day: drawn below, and not part of the span. */
  readonly baseline: readonly PointColumn[]
  readonly thresholds: readonly Threshold[]
  readonly marks: readonly Mark[]
  readonly stale: boolean
  readonly span: Span | null
}

/** @param zoom the span that the user chose; null: everything that was read */
export function drawableOf(data: ChartData, zoom: Span | null): Drawable {
  const { unit, series, thresholds, marks, stale, until } = data
  const columns = series.map(columnOf)
  const baseline = (data.baseline ?? []).map(columnOf)
  return { unit, columns, baseline, thresholds, marks, stale, span: zoom ?? spanOf(columns, until) }
}

/** [CH7] All charts show the same hour, which ends now: a series that stopped is visibly stopped. */
export function spanOf(columns: readonly PointColumn[], until: Millis): Span | null {
  return columns.some(({ points }) => points.length > 0) ? { from: until - PANEL_SPAN, to: until } : null
}
