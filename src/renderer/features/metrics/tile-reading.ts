import type { PanelUnit } from '../../../shared/contract/panel-units'
import type { PanelReading, PanelSeries, Threshold } from '../../../shared/contract/views'
import { figureOf, type PanelFigure } from '../../../shared/domain/figure'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { lastSample, sampleBefore } from '../../charts/columns'
import { isLowBad, type Level, levelOf } from '../../charts/levels'
import { type Measure, measure, measured } from '../../charts/units'

/** What a tile says in words and figures above its chart. */
export interface TileReading {
  /** The line that the figure is of: the one that is worst now. */
  readonly line: string
  readonly figure: Measure
  readonly level: Level
  /** Undefined where nothing was measured ten minutes before. */
  readonly trend: Trend | undefined
}

export interface Trend {
  readonly way: 'up' | 'level' | 'down'
  /** `better`, `same` and `worse`; without thresholds nobody said which way is good: `higher` and `lower`. */
  readonly word: 'better' | 'same' | 'worse' | 'higher' | 'lower'
  /** What it was: `0.4 %`. */
  readonly before: string
}

const TREND_SPAN: Millis = 10 * MINUTE
/** A sample this much older still counts as "ten minutes ago". */
const TREND_SLACK: Millis = 2 * MINUTE
/** A change smaller than this share of the value, or of the first threshold, is noise while no threshold is crossed. */
const NOISE = 0.05

/** [MT1] Reads a panel's series; undefined where no line has a value. */
export function readTile({ series, thresholds, unit, figure = 'last' }: PanelReading): TileReading | undefined {
  const worst = worstSeries(series, isLowBad(thresholds), figure)
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

interface WorstLine {
  readonly series: PanelSeries
  readonly value: number
}

function worstSeries(series: readonly PanelSeries[], lowBad: boolean, figure: PanelFigure): WorstLine | undefined {
  let worst: WorstLine | undefined
  for (const one of series) {
    const value = figure === 'last' ? lastSample(one)?.value : figureOf(one.values, figure)
    if (value === undefined) continue
    if (worst === undefined || (lowBad ? value < worst.value : value > worst.value)) worst = { series: one, value }
  }
  return worst
}

function trendOf(
  series: PanelSeries,
  last: { readonly at: Millis; readonly value: number },
  thresholds: readonly Threshold[],
  unit: PanelUnit,
): Trend | undefined {
  const then = sampleBefore(series, last.at - TREND_SPAN)
  if (then === undefined || last.at - then.at > TREND_SPAN + TREND_SLACK) return undefined
  const change = last.value - then.value
  const before = measured(then.value, unit)
  const rank = (value: number) => levelOf(value, thresholds, unit).level
  const yardstick = Math.max(Math.abs(last.value), Math.abs(then.value), thresholds[0]?.at ?? 0)
  if (Math.abs(change) <= yardstick * NOISE && rank(last.value) === rank(then.value)) {
    return { way: 'level', word: 'same', before }
  }
  const rises = change > 0
  return { way: rises ? 'up' : 'down', word: trendWord(rises, thresholds), before }
}

function trendWord(rises: boolean, thresholds: readonly Threshold[]): Trend['word'] {
  if (thresholds.length === 0) return rises ? 'higher' : 'lower'
  return rises === isLowBad(thresholds) ? 'better' : 'worse'
}
