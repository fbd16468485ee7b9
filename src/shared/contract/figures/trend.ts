import { middle } from '../../domain/samples'
import type { PanelSeries, Threshold } from '../metrics'
import type { PanelUnit } from '../panel-units'
import { thresholdLevel } from './levels'
import { isLowBad } from './low-bad'
import { measured } from './units'

export interface Trend {
  readonly way: 'up' | 'level' | 'down'
  /** `better`, `same` and `worse`; without thresholds nobody said which way is good: `higher` and `lower`. */
  readonly word: 'better' | 'same' | 'worse' | 'higher' | 'lower'
  /** What it was: `0.4 %`. */
  readonly before: string
  readonly then: number
}

export interface TrendFacts {
  readonly thresholds: readonly Threshold[]
  readonly unit: PanelUnit
  readonly decimals?: number | undefined
  /** How far two neighbouring values of the line usually are from each other; undefined: too few to know. */
  readonly wobble?: number | undefined
}

/** Three times what a line does all the time anyway. */
const USUAL = 3
/** Less than this share of what matters is the same, however calm the line. */
const NOISE = { known: 0.025, unknown: 0.05 }
/** With fewer neighbours the usual distance is unknown. */
const LEAST_NEIGHBOURS = 5

/** [MT8] How a value changed: judged by the line's own spread, and where high is good by how far it is from all of it. */
export function trendBetween(then: number, last: number, facts: TrendFacts): Trend {
  const { thresholds, unit, decimals } = facts
  const rank = (value: number) => thresholdLevel(value, thresholds, unit).level
  const isSame = Math.abs(last - then) <= noise(then, last, facts) && rank(last) === rank(then)
  const beside = [...thresholds.map(({ at }) => at), ...(isSame ? [] : [last])]
  const before = measured(then, unit, { decimals, beside })
  if (isSame) return { way: 'level', word: 'same', before, then }
  const rises = last > then
  return { way: rises ? 'up' : 'down', word: trendWord(rises, thresholds), before, then }
}

function noise(then: number, last: number, { thresholds, unit, wobble }: TrendFacts): number {
  const first = thresholds.slice(0, 1).map(({ at }) => at)
  const most = Math.max(...[then, last, ...first].map(value => weight(value, thresholds, unit)))
  return Math.max((wobble ?? 0) * USUAL, most * (wobble === undefined ? NOISE.unknown : NOISE.known))
}

/** What a value's changes are measured by: of a share that is good when high, what is missing of the whole. */
function weight(value: number, thresholds: readonly Threshold[], unit: PanelUnit): number {
  const whole = unit === 'percent' ? 100 : unit === 'ratio' ? 1 : undefined
  if (whole === undefined) return Math.abs(value)
  const missing = Math.abs(whole - value)
  if (thresholds.length === 0) return Math.min(Math.abs(value), missing)
  return isLowBad(thresholds) ? missing : Math.abs(value)
}

/** The middle distance of neighbouring values: one jump does not make a line restless. */
export function usualWobble({ values }: PanelSeries): number | undefined {
  const steps = new Float64Array(values.length)
  let [filled, before] = [0, Number.NaN]
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    if (!Number.isNaN(before)) steps[filled++] = Math.abs(value - before)
    before = value
  }
  return filled < LEAST_NEIGHBOURS ? undefined : middle(steps.subarray(0, filled))
}

function trendWord(rises: boolean, thresholds: readonly Threshold[]): Trend['word'] {
  if (thresholds.length === 0) return rises ? 'higher' : 'lower'
  return rises === isLowBad(thresholds) ? 'better' : 'worse'
}
