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
  const longest = usualStep(times) * GAP_STEPS
  const points: number[] = []
  let last: Millis | undefined
  for (const [at, time] of times.entries()) {
    if (last !== undefined && time - last > longest) points.push((last + time) / 2, Number.NaN)
    points.push(time, values[at] ?? Number.NaN)
    last = time
  }
  return Float64Array.from(points)
}

/** Median distance of two samples; without two samples there is no step, and no gap. */
function usualStep(times: readonly Millis[]): Millis {
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? time))
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
