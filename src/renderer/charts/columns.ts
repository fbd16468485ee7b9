import type { PanelSeries } from '../../shared/contract/views'
import type { Millis } from '../../shared/lib/time'

/** A line as one typed column, `time, value, time, value …`: what the charting library reads without a copy. NaN breaks it. */
export interface Column {
  readonly name: string
  readonly points: Float64Array
}

/** More than this many usual steps without a sample is a gap: sources leave samples out rather than send holes. */
const GAP_STEPS = 1.8

const known = new WeakMap<PanelSeries, Column>()

/** [CH1] Packs a series, with a NaN wherever samples are missing. The same series object gives the same column. */
export function columnOf(series: PanelSeries): Column {
  const before = known.get(series)
  if (before !== undefined) return before
  const column = { name: series.name, points: pack(series) }
  known.set(series, column)
  return column
}

function pack({ times, values }: PanelSeries): Float64Array {
  const gaps = gapsIn(times)
  const points = new Float64Array(2 * (times.length + gaps.size))
  if (gaps.size === 0) return withoutGaps({ times, values }, points)
  let filled = 0
  for (let at = 0; at < times.length; at += 1) {
    if (gaps.has(at)) {
      points[filled] = ((times[at - 1] ?? 0) + (times[at] ?? 0)) / 2
      points[filled + 1] = Number.NaN
      filled += 2
    }
    points[filled] = times[at] ?? Number.NaN
    points[filled + 1] = values[at] ?? Number.NaN
    filled += 2
  }
  return points
}

function withoutGaps({ times, values }: Pick<PanelSeries, 'times' | 'values'>, points: Float64Array): Float64Array {
  for (let at = 0; at < times.length; at += 1) {
    points[2 * at] = times[at] ?? Number.NaN
    points[2 * at + 1] = values[at] ?? Number.NaN
  }
  return points
}

const none: ReadonlySet<number> = new Set()

/** Places of the samples that stand behind a gap. Where steps are nearly equal there is none, whatever their median. */
function gapsIn(times: PanelSeries['times']): ReadonlySet<number> {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (let at = 1; at < times.length; at += 1) {
    const step = stepBefore(times, at)
    if (step < least) least = step
    if (step > most) most = step
  }
  if (most <= least * GAP_STEPS) return none
  const longest = usualStep(times) * GAP_STEPS
  return new Set(Array.from(times, (_, at) => at).filter(at => at > 0 && stepBefore(times, at) > longest))
}

function stepBefore(times: PanelSeries['times'], at: number): Millis {
  return (times[at] ?? 0) - (times[at - 1] ?? 0)
}

/** Median distance of two samples; without two samples there is no step, and no gap. */
function usualStep(times: PanelSeries['times']): Millis {
  const steps = Array.from(times, (_, at) => stepBefore(times, at)).slice(1)
  steps.sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? Number.POSITIVE_INFINITY
}

/** The newest sample that is a number, or undefined. */
export function lastSample(series: PanelSeries): { readonly at: Millis; readonly value: number } | undefined {
  return sampleBefore(series, Number.POSITIVE_INFINITY)
}

/** The newest sample at or before `instant` that is a number, or undefined. */
export function sampleBefore(
  { times, values }: PanelSeries,
  instant: Millis,
): { readonly at: Millis; readonly value: number } | undefined {
  for (let index = times.length - 1; index >= 0; index--) {
    const [at, value] = [times[index], values[index]]
    if (at === undefined || at > instant) continue
    if (typeof value === 'number' && Number.isFinite(value)) return { at, value }
  }
  return undefined
}
