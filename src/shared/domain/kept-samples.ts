import { HOUR, MINUTE, type Millis, SECOND } from '../lib/time'
import { GAP_STEPS, type Samples, usualStep } from './samples'

/** [KT2] How much of the pinned panels is kept with an incident: of a line at most 33 kB, of an incident at most 10 MB. */
export const keptBounds = {
  /** A point each so long of the last hours… */
  step: 15 * SECOND,
  recent: 2 * HOUR,
  /** …and each minute of what is older; beyond `older` points, each two minutes, four, and so on. */
  olderStep: MINUTE,
  older: 1_500,
  /** What is moved at once, so that what is old is rarely written. */
  moved: 15 * MINUTE,
  lines: 12,
  panels: 24,
  /** Of an incident, with those of other machines. */
  allPanels: 48,
  /** Before the declaration, where the source still has it. */
  before: HOUR,
} as const

/** The most points that a part of a line can have. */
export const MOST_POINTS = Math.ceil((keptBounds.recent + 2 * keptBounds.moved) / keptBounds.step) + keptBounds.older

/** Points of a line: rising times, and NaN where it had a gap. */
export interface KeptPoints {
  readonly times: Float64Array
  readonly values: Float64Array
}

/** A line that is kept: what is old, and its last hours. `step` is how far apart points are at least. */
export interface KeptParts {
  readonly older: KeptPoints & { readonly step: Millis }
  readonly recent: KeptPoints
}

export const noPoints: KeptPoints = { times: new Float64Array(), values: new Float64Array() }
export const nothingKept: KeptParts = { older: { ...noPoints, step: keptBounds.olderStep }, recent: noPoints }

/**
 * [KT3] One point for each step, at the step's end, so that nothing is shown before it was: of the numbers in it the one
 * that differs most from the point before, so that a short spike stays. A step with nothing but a gap stays a gap, and
 * one without anything has no point. A line whose own step is as long stays as it is.
 */
export function thinned(points: KeptPoints, step: Millis, own: Millis): KeptPoints {
  if (own >= step) return points
  const times: number[] = []
  const values: number[] = []
  let before = Number.NaN
  for (let at = 0; at < points.times.length; ) {
    const end = slotEnd(points.times[at] ?? 0, step)
    let chosen = Number.NaN
    for (; at < points.times.length && slotEnd(points.times[at] ?? 0, step) === end; at += 1)
      chosen = further(points.values[at] ?? Number.NaN, chosen, before)
    times.push(end)
    values.push(chosen)
    if (!Number.isNaN(chosen)) before = chosen
  }
  return { times: Float64Array.from(times), values: Float64Array.from(values) }
}

function slotEnd(time: Millis, step: Millis): Millis {
  return Math.ceil(time / step) * step
}

/** Of the first point of a line there is none before: its last number. */
function further(value: number, chosen: number, before: number): number {
  if (Number.isNaN(value)) return chosen
  if (Number.isNaN(chosen) || Number.isNaN(before)) return value
  return Math.abs(value - before) >= Math.abs(chosen - before) ? value : chosen
}

/** [KT2] The line with what a source says of it now; the same object where it says nothing new. */
export function keptAfter(kept: KeptParts, read: Samples, since: Millis): KeptParts {
  const last = kept.recent.times.at(-1) ?? kept.older.times.at(-1)
  const own = usualStep(read)
  const fresh = freshPoints(read, last ?? since, last === undefined, own)
  if (fresh.times.length === 0) return kept
  return moved({ ...kept, recent: joined(kept.recent, fresh) })
}

/** What is later than `after`, with a gap wherever the source left out more than it usually does. */
function freshPoints(read: Samples, after: Millis, first: boolean, own: Millis): KeptPoints {
  const isFine = own < keptBounds.step
  const newest = read.times[read.times.length - 1] ?? 0
  const times: number[] = []
  const values: number[] = []
  let before = first ? Number.NaN : after
  for (let at = 0; at < read.times.length; at += 1) {
    const time = read.times[at] ?? Number.NaN
    // What would be thinned waits until its step is over.
    if (!(time > after && time > (times.at(-1) ?? 0)) || (isFine && slotEnd(time, keptBounds.step) > newest)) continue
    const value = read.values[at]
    const isNumber = typeof value === 'number' && Number.isFinite(value)
    const gap = Math.max(own, keptBounds.step)
    if (isNumber && time - before > gap * GAP_STEPS) {
      times.push(Math.round(before + gap))
      values.push(Number.NaN)
    }
    times.push(time)
    values.push(isNumber ? value : Number.NaN)
    before = time
  }
  const points = { times: Float64Array.from(times), values: Float64Array.from(values) }
  return isFine ? thinned(points, keptBounds.step, own) : points
}

function joined(one: KeptPoints, other: KeptPoints): KeptPoints {
  return { times: after(one.times, other.times), values: after(one.values, other.values) }
}

function after(one: Float64Array, other: Float64Array): Float64Array {
  const all = new Float64Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}

function moved({ older, recent }: KeptParts): KeptParts {
  const newest = recent.times.at(-1) ?? 0
  if (newest - (recent.times[0] ?? newest) <= keptBounds.recent + keptBounds.moved) return { older, recent }
  // At the end of a step: no step is divided.
  const border = slotEnd(newest - keptBounds.recent, older.step)
  const many = recent.times.findIndex(time => time > border)
  const left = many === -1 ? recent.times.length : many
  const leaving = { times: recent.times.subarray(0, left), values: recent.values.subarray(0, left) }
  let step = older.step
  let all = joined(older, thinned(leaving, keptBounds.olderStep, usualStep(recent)))
  while (all.times.length > keptBounds.older) {
    step *= 2
    all = thinned(all, step, 0)
  }
  return { older: { ...all, step }, recent: { times: recent.times.slice(left), values: recent.values.slice(left) } }
}

/** [KT8] What two machines kept of one line: ours, and of theirs what lies before and after it. */
export function keptOfBoth(ours: KeptParts, theirs: KeptParts): KeptParts {
  const [mine, other] = [wholeLine(ours), wholeLine(theirs)]
  const [from, to] = [mine.times[0], mine.times.at(-1)]
  if (from === undefined || to === undefined) return theirs
  const before = part(other, time => time < from)
  const after = part(other, time => time > to)
  const step = Math.max(ours.older.step, theirs.older.step)
  const all = joined(joined(before, mine), after)
  return moved({ older: { ...noPoints, step }, recent: all })
}

export function wholeLine({ older, recent }: KeptParts): KeptPoints {
  return joined(older, recent)
}

/** The points whose times fit. */
export function part({ times, values }: KeptPoints, fits: (time: Millis) => boolean): KeptPoints {
  const places = [...times.keys()].filter(at => fits(times[at] ?? Number.NaN))
  return {
    times: Float64Array.from(places, at => times[at] ?? 0),
    values: Float64Array.from(places, at => values[at] ?? Number.NaN),
  }
}
