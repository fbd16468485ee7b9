import type { Millis } from '../../../shared/lib/time'

/** The two columns of a line of a chart. */
export interface Columns {
  readonly times: readonly Millis[]
  readonly values: readonly (number | null)[]
}

/**
 * Columns with a null where points are missing. Prometheus leaves a point out where there was nothing to measure, and a
 * chart would draw a line across: an outage would look like calm. `step` is the distance that points should have.
 */
export function withGaps(columns: Columns, step: Millis): Columns {
  const times: Millis[] = []
  const values: (number | null)[] = []
  columns.times.forEach((time, at) => {
    const last = times.at(-1)
    if (last !== undefined && time - last > step * 1.5) {
      times.push(last + step)
      values.push(null)
    }
    times.push(time)
    values.push(columns.values[at] ?? null)
  })
  return { times, values }
}

/** NaN and the infinities cannot be drawn: a gap. */
export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
