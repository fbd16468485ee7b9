import type { Millis } from '../lib/time'

/** The computer's clock was set while the incident was open. */
export interface ClockSet {
  /** What it said after that. */
  readonly at: Millis
  /** Negative: back. */
  readonly by: Millis
}

/**
 * [CW8] Since when something is so, in the time that has passed since: what a clock skipped has not passed, and what it
 * says twice has. Never later than when it was set, for the time may be another clock's, which was right.
 * @param sets oldest first
 */
export function sinceBy(since: Millis, sets: readonly ClockSet[]): Millis {
  return sets.reduce((from, { at, by }) => {
    const isBefore = by > 0 ? from < at : from > at
    return isBefore ? Math.min(at, from + by) : from
  }, since)
}
