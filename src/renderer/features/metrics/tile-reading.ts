import type { PanelUnit } from '../../../shared/contract/panel-units'
import type { PanelReading, PanelSeries, Threshold } from '../../../shared/contract/views'
import { lastSample, sampleBefore } from '../../../shared/domain/samples'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { type Level, levelOf } from '../../charts/levels'
import { type Trend, trendBetween, worstLine } from '../../charts/trend'
import { type Measure, measure } from '../../charts/units'

/** What a tile says in words and figures above its chart. */
export interface TileReading {
  /** The line that the figure is of: the one that is worst now. */
  readonly line: string
  readonly figure: Measure
  readonly level: Level
  /** Undefined where nothing was measured ten minutes before. */
  readonly trend: Trend | undefined
}

const TREND_SPAN: Millis = 10 * MINUTE
/** A sample this much older still counts as "ten minutes ago". */
const TREND_SLACK: Millis = 2 * MINUTE

/** [MT1] Reads a panel's series; undefined where no line has a value. */
export function readTile({ series, thresholds, unit, figure = 'last' }: PanelReading): TileReading | undefined {
  const worst = worstLine(series, thresholds, figure)
  if (worst === undefined) return undefined
  const { value, series: line } = worst
  const own = line.unit ?? unit
  // Ten minutes before there was another last value, but no other mean of the hour.
  const last = figure === 'last' ? lastSample(line) : undefined
  return {
    line: line.name,
    figure: measure(value, own),
    level: levelOf(value, thresholds, own),
    trend: last && trendOf(line, last, thresholds, own),
  }
}

function trendOf(
  series: PanelSeries,
  last: { readonly at: Millis; readonly value: number },
  thresholds: readonly Threshold[],
  unit: PanelUnit,
): Trend | undefined {
  const then = sampleBefore(series, last.at - TREND_SPAN)
  if (then === undefined || last.at - then.at > TREND_SPAN + TREND_SLACK) return undefined
  return trendBetween(then.value, last.value, thresholds, unit)
}
