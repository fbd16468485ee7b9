import type { PanelUnit } from '../../shared/contract/panel-units'
import type { PanelSeries, Threshold } from '../../shared/contract/views'
import { figureOf, type PanelFigure } from '../../shared/domain/figure'
import { lastSample } from '../../shared/domain/samples'
import { levelOf } from './levels'
import { isLowBad } from './low-bad'
import { measured } from './units'

export interface Trend {
  readonly way: 'up' | 'level' | 'down'
  /** `better`, `same` and `worse`; without thresholds nobody said which way is good: `higher` and `lower`. */
  readonly word: 'better' | 'same' | 'worse' | 'higher' | 'lower'
  /** What it was: `0.4 %`. */
  readonly before: string
}

/** A change smaller than this share of the value, or of the first threshold, is noise while no threshold is crossed. */
const NOISE = 0.05

/** How a value changed, from `then` to `last`, both in `unit`. */
export function trendBetween(then: number, last: number, thresholds: readonly Threshold[], unit: PanelUnit): Trend {
  const change = last - then
  const before = measured(then, unit)
  const rank = (value: number) => levelOf(value, thresholds, unit).level
  const yardstick = Math.max(Math.abs(last), Math.abs(then), thresholds[0]?.at ?? 0)
  if (Math.abs(change) <= yardstick * NOISE && rank(last) === rank(then)) {
    return { way: 'level', word: 'same', before }
  }
  const rises = change > 0
  return { way: rises ? 'up' : 'down', word: trendWord(rises, thresholds), before }
}

function trendWord(rises: boolean, thresholds: readonly Threshold[]): Trend['word'] {
  if (thresholds.length === 0) return rises ? 'higher' : 'lower'
  return rises === isLowBad(thresholds) ? 'better' : 'worse'
}

export interface WorstLine {
  readonly series: PanelSeries
  readonly value: number
}

/** The line whose figure is the worst now; undefined where no line has a value. */
export function worstLine(
  series: readonly PanelSeries[],
  thresholds: readonly Threshold[],
  figure: PanelFigure,
): WorstLine | undefined {
  const lowBad = isLowBad(thresholds)
  let worst: WorstLine | undefined
  for (const one of series) {
    const value = figure === 'last' ? lastSample(one)?.value : figureOf(one.values, figure)
    if (value === undefined) continue
    if (worst === undefined || (lowBad ? value < worst.value : value > worst.value)) worst = { series: one, value }
  }
  return worst
}
