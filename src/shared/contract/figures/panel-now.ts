import { figureOfLine } from '../../domain/figure'
import { currentFor, type Sample, sampleAt, sampleBefore } from '../../domain/samples'
import { MINUTE, type Millis } from '../../lib/time'
import type { PanelReading, PanelSeries } from '../metrics'
import type { PanelUnit } from '../panel-units'
import { type Level, thresholdLevel } from './levels'
import { isLowBad } from './low-bad'
import { type Trend, trendBetween, usualWobble } from './trend'
import { type Measure, measure } from './units'

/** A panel as one figure, and of when that is. */
export interface PanelNow {
  /** The line that it is of: the worst of those that go on. */
  readonly line: PanelSeries
  readonly figure: Measure
  /** The figure before it is written, in the line's unit. */
  readonly value: number
  /** `none` for a value that is not of now: it has passed no threshold today. */
  readonly level: Level
  /** Null: the value is of now; else when the line had its last one. */
  readonly endedAt: Millis | null
  /** Undefined where nothing was measured then, or the line has ended. */
  readonly trend: Trend | undefined
  /** Lines that had ended when the others were read. */
  readonly ended: readonly EndedLine[]
}

export interface EndedLine {
  readonly name: string
  readonly at: Millis
}

/** A sample later than this much after the reading is a forecast, and not a measurement of now. */
const CLOCKS_DIFFER: Millis = MINUTE

interface Candidate {
  readonly series: PanelSeries
  readonly last: Sample
  readonly value: number
  readonly isCurrent: boolean
}

type Panel = Pick<PanelReading, 'series' | 'thresholds' | 'unit' | 'figure' | 'trueAt' | 'decimals'>

/**
 * [MT1][MT7] What a panel shows now: the worst line whose last value is current. If all lines have ended, it is the one
 * that ended last, which then is not judged.
 * @param since the value that its trend is compared with, given the last value's time; undefined: no trend
 */
export function panelNow(panel: Panel, since?: (last: Millis) => Millis): PanelNow | undefined {
  const candidates = candidatesOf(panel)
  const worst = worstOf(candidates, isLowBad(panel.thresholds))
  if (worst === undefined) return undefined
  const { series: line, last, value, isCurrent } = worst
  const { thresholds, decimals } = panel
  const unit = line.unit ?? panel.unit
  const trend = isCurrent && since !== undefined ? trendOf(panel, worst, unit, since(last.at)) : undefined
  // The value it is compared with must not read as the same number.
  const before = trend === undefined || trend.word === 'same' ? [] : [trend.then]
  return {
    line,
    value,
    figure: measure(value, unit, { decimals, beside: [...thresholds.map(({ at }) => at), ...before] }),
    level: isCurrent ? thresholdLevel(value, thresholds, unit, decimals) : { level: 'none', words: '' },
    endedAt: isCurrent ? null : last.at,
    trend,
    ended: candidates.filter(one => !one.isCurrent).map(one => ({ name: one.series.name, at: one.last.at })),
  }
}

function candidatesOf({ series, figure = 'last', trueAt }: Panel): readonly Candidate[] {
  return series.flatMap(one => {
    const last = sampleBefore(one, (trueAt ?? Number.POSITIVE_INFINITY) + CLOCKS_DIFFER)
    const value = figure === 'last' ? last?.value : figureOfLine(one.values, figure)
    if (last === undefined || value === undefined) return []
    return [{ series: one, last, value, isCurrent: trueAt === null || trueAt - last.at <= currentFor(one) }]
  })
}

function worstOf(all: readonly Candidate[], lowBad: boolean): Candidate | undefined {
  const current = all.filter(({ isCurrent }) => isCurrent)
  const newest = all.reduce((latest, { last }) => Math.max(latest, last.at), Number.NEGATIVE_INFINITY)
  const candidates = current.length > 0 ? current : all.filter(({ last }) => last.at === newest)
  return candidates.reduce<Candidate | undefined>(
    (worst, one) => (worst === undefined || (lowBad ? one.value < worst.value : one.value > worst.value) ? one : worst),
    undefined,
  )
}

function trendOf(
  { figure = 'last', thresholds, decimals }: Panel,
  { series, last }: Candidate,
  unit: PanelUnit,
  since: Millis,
): Trend | undefined {
  // Ten minutes before there was another last value, but no other mean of the hour.
  const then = figure === 'last' ? sampleAt(series, since) : undefined
  if (then === undefined || then.at === last.at) return undefined
  const known = { thresholds, unit, decimals, wobble: usualWobble(series) }
  return trendBetween(then.value, last.value, known)
}
