import { HOUR, MINUTE, type Millis } from '../lib/time'

export interface BendInput {
  readonly times: Readonly<ArrayLike<Millis>>
  readonly values: Readonly<ArrayLike<number | null>>
}

export interface Bend {
  /** First point that left what was usual. */
  readonly from: Millis
  /** First point from which on it is usual again; null: it is not yet. */
  readonly until: Millis | null
}

interface Point {
  readonly at: Millis
  readonly value: number
}

/** People declare minutes after the graphs bent, seldom half an hour. */
const LOOK_BACK: Millis = 30 * MINUTE
const USUAL_SPAN: Millis = 3 * HOUR
/** Fewer points say nothing of what is usual. */
const FEWEST = 6
/** A single wild value is no bend. */
const IN_A_ROW = 3
/** How far from usual, in its own spread, a value must be. */
const FAR = 6

/**
 * [BE3] Where a line left what was usual for it before an incident, and where it came back; null: it did not, or too
 * little is known of before. What is usual is the median of what came before `declaredAt − 30 min`, or of the first
 * third of the line where it does not reach back that far.
 */
export function bendOf(line: BendInput, declaredAt: Millis): Bend | null {
  const points = pointsOf(line).filter(({ at }) => at > declaredAt - USUAL_SPAN)
  const before = usualPoints(points, declaredAt)
  if (before.length < FEWEST) return null
  const isFar = farFrom(before.map(({ value }) => value))
  const begin = points.findIndex(
    ({ at }, index) => at > declaredAt - LOOK_BACK && at <= declaredAt + MINUTE && staysFar(points, index, isFar),
  )
  const from = points[begin]
  if (from === undefined) return null
  const last = points.findLastIndex(({ value }) => isFar(value))
  const back = points[last + 1]
  const settled = points.length - 1 - last >= IN_A_ROW
  return { from: from.at, until: settled && back !== undefined ? back.at : null }
}

/** By time, since some sources answer the newest first. */
function pointsOf({ times, values }: BendInput): readonly Point[] {
  const points = Array.from(times, (at, index) => ({ at, value: values[index] ?? Number.NaN }))
  return points.filter(({ value }) => Number.isFinite(value)).sort((a, b) => a.at - b.at)
}

function usualPoints(points: readonly Point[], declaredAt: Millis): readonly Point[] {
  const early = points.filter(({ at }) => at <= declaredAt - LOOK_BACK)
  if (early.length >= FEWEST) return early
  const until = points.filter(({ at }) => at <= declaredAt)
  return until.slice(0, Math.floor(until.length / 3))
}

/** The spread is that of the usual values; a line that never moved bends with a tenth of its value. */
function farFrom(usual: readonly number[]): (value: number) => boolean {
  const middle = median(usual)
  const spread = 1.4826 * median(usual.map(value => Math.abs(value - middle)))
  const least = Math.max(Math.abs(middle) * 0.1, Number.EPSILON)
  return value => Math.abs(value - middle) > Math.max(FAR * spread, least)
}

function staysFar(points: readonly Point[], index: number, isFar: (value: number) => boolean): boolean {
  const next = points.slice(index, index + IN_A_ROW)
  return next.length === IN_A_ROW && next.every(({ value }) => isFar(value))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : [sorted[half - 1], sorted[half]]
  return (low + high) / 2
}
