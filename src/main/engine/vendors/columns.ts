import type { Millis } from '../../../shared/lib/time'

/** The two columns of a line of a chart. */
export interface LineColumns {
  readonly times: readonly Millis[]
  readonly values: readonly (number | null)[]
}

export interface LinePoint {
  readonly time: Millis
  readonly value: number | null
}

/**
 * In the order of time, each instant once. Sources answer in the order that suits them, SQL mostly the newest first; of
 * two values of one instant the one that stood later counts. Whether points are missing is judged where the line is
 * drawn, by the distance that its own points usually have: what we asked for is not what came.
 */
export function inTime(points: readonly LinePoint[]): LineColumns {
  const rising = isRising(points) ? points : [...latest(points).values()].sort((a, b) => a.time - b.time)
  return { times: rising.map(({ time }) => time), values: rising.map(({ value }) => value) }
}

function isRising(points: readonly LinePoint[]): boolean {
  return points.every(({ time }, at) => at === 0 || time > (points[at - 1]?.time ?? 0))
}

function latest(points: readonly LinePoint[]): ReadonlyMap<Millis, LinePoint> {
  const at = new Map<Millis, LinePoint>()
  // A row without a number takes no value away.
  for (const point of points) if (point.value !== null || !at.has(point.time)) at.set(point.time, point)
  return at
}

/** NaN and the infinities cannot be drawn: a gap. */
export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
