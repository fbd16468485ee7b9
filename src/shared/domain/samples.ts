import { MINUTE, type Millis } from '../lib/time'

/** A line's instants, rising, and its values: null or NaN where nothing was measured. */
export interface Samples {
  readonly times: Readonly<ArrayLike<Millis>>
  readonly values: Readonly<ArrayLike<number | null>>
}

export interface Sample {
  readonly at: Millis
  readonly value: number
}

/** More than this many usual steps without a number is a gap: sources leave samples out rather than send holes. */
export const GAP_STEPS = 1.8
/** A value is still "now" for this many of its line's steps: one may be late, and one was just not yet asked for. */
const CURRENT_STEPS = 2.5
const CURRENT_AT_LEAST: Millis = 2 * MINUTE
/** Of a line that has one sample: nobody knows its step, and Prometheus itself takes a value of this age for now. */
const CURRENT_WITHOUT_STEP: Millis = 5 * MINUTE

/** The newest sample that is a number, or undefined. */
export function lastSample(samples: Samples): Sample | undefined {
  return sampleBefore(samples, Number.POSITIVE_INFINITY)
}

/** The newest sample at or before `instant` that is a number, or undefined. */
export function sampleBefore({ times, values }: Samples, instant: Millis): Sample | undefined {
  for (let index = times.length - 1; index >= 0; index--) {
    const [at, value] = [times[index], values[index]]
    if (at === undefined || at > instant) continue
    if (typeof value === 'number' && Number.isFinite(value)) return { at, value }
  }
  return undefined
}

/** What a line was at an instant: undefined where it had ended, or had a gap. */
export function sampleAt(samples: Samples, instant: Millis): Sample | undefined {
  const last = sampleBefore(samples, instant)
  return last !== undefined && instant - last.at <= currentFor(samples) ? last : undefined
}

/** [MT7] How old a value may be and still be what the line is now, by the line's own step. */
export function currentFor(samples: Samples): Millis {
  const step = usualStep(samples)
  return Number.isFinite(step) ? Math.max(CURRENT_AT_LEAST, step * CURRENT_STEPS) : CURRENT_WITHOUT_STEP
}

const known = new WeakMap<Samples, Millis>()

/**
 * [FE18] The usual distance between a line's numbers: the requested step says nothing of what came. Infinite without
 * two.
 */
export function usualStep(samples: Samples): Millis {
  const before = known.get(samples)
  if (before !== undefined) return before
  const step = medianStep(samples)
  known.set(samples, step)
  return step
}

function medianStep({ times, values }: Samples): Millis {
  const even = evenStep({ times, values })
  if (even !== undefined) return even
  const measured = stepsOf(times, at => Number.isFinite(values[at] ?? Number.NaN))
  // Two numbers make no rhythm: then the rows do, of which some hold nothing.
  const steps = measured.length > 1 ? measured : stepsOf(times, () => true)
  return steps.length < 2 ? Number.POSITIVE_INFINITY : (middle(steps) ?? Number.POSITIVE_INFINITY)
}

/** The step of a line that has them all alike and no holes, as most have; undefined of any other. */
function evenStep({ times, values }: Samples): Millis | undefined {
  const step = (times[1] ?? Number.NaN) - (times[0] ?? Number.NaN)
  if (times.length < 3) return undefined
  for (let at = 0; at < times.length; at += 1) {
    if (!Number.isFinite(values[at] ?? Number.NaN)) return undefined
    if (at > 0 && (times[at] ?? Number.NaN) - (times[at - 1] ?? Number.NaN) !== step) return undefined
  }
  return step
}

function stepsOf(times: Samples['times'], counts: (at: number) => boolean): Float64Array {
  // In one typed array: each new value of a panel asks for it, and lists of numbers were a third of what it cost.
  const steps = new Float64Array(times.length)
  let [filled, before] = [0, Number.NaN]
  for (let at = 0; at < times.length; at += 1) {
    const time = times[at] ?? Number.NaN
    if (!counts(at)) continue
    if (!Number.isNaN(before)) steps[filled++] = time - before
    before = time
  }
  return steps.subarray(0, filled)
}

/** The middle of some numbers, the upper one of two; undefined of none. Sorts them in place. */
export function middle(numbers: Float64Array): number | undefined {
  return numbers.sort()[Math.floor(numbers.length / 2)]
}
