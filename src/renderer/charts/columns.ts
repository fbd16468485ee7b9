import type { PanelSeries } from '../../shared/contract/metrics'
import { GAP_STEPS, usualStep } from '../../shared/domain/samples'

/**
 * A series as one typed column, `time, value, time, value …`: the charting library reads it without a copy. NaN breaks
 * the line.
 */
export interface PointColumn {
  readonly name: string
  readonly points: Float64Array
}

const known = new WeakMap<PanelSeries, PointColumn>()

/** [CH1] Packs a series, with a NaN wherever numbers are missing. The same series object gives the same column. */
export function columnOf(series: PanelSeries): PointColumn {
  const before = known.get(series)
  if (before !== undefined) return before
  const column = { name: series.name, points: pack(series) }
  known.set(series, column)
  return column
}

/**
 * Only numbers are packed, and the distance between them decides where the line breaks: a row without a number may be a
 * gap, or a timestamp of another series in the same table.
 */
function pack(series: PanelSeries): Float64Array {
  const { times, values } = series
  const longest = usualStep(series) * GAP_STEPS
  const points = new Float64Array(2 * (times.length + gapsOf(series, longest)))
  let [filled, before] = [0, Number.NaN]
  for (let index = 0; index < times.length; index += 1) {
    const [at, value] = [times[index] ?? Number.NaN, values[index] ?? Number.NaN]
    if (!Number.isFinite(value)) continue
    // Inlined, not a function: each number passed to one may be boxed on the heap.
    if (at - before > longest) {
      points[filled++] = (before + at) / 2
      points[filled++] = Number.NaN
    }
    points[filled++] = at
    points[filled++] = value
    before = at
  }
  return filled === points.length ? points : points.slice(0, filled)
}

function gapsOf({ times, values }: PanelSeries, longest: number): number {
  let [gaps, before] = [0, Number.NaN]
  for (let index = 0; index < times.length; index += 1) {
    const at = times[index] ?? Number.NaN
    if (!Number.isFinite(values[index] ?? Number.NaN)) continue
    if (at - before > longest) gaps += 1
    before = at
  }
  return gaps
}

/** Points with a gap on either side, which no line shows: they are drawn as dots. */
export function lonePoints(points: Float64Array): Float64Array {
  const isGap = (at: number) => !Number.isFinite(points[at + 1] ?? Number.NaN)
  const lone: number[] = []
  for (let at = 0; at < points.length; at += 2) {
    if (isGap(at) || !isGap(at - 2) || !isGap(at + 2)) continue
    lone.push(points[at] ?? Number.NaN, points[at + 1] ?? Number.NaN)
  }
  return Float64Array.from(lone)
}
