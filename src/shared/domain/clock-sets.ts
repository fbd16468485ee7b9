import type { Millis } from '../lib/time'

/** The computer's clock was set while the incident was open. */
export interface ClockSet {
  /** What it said after that. */
  readonly at: Millis
  /** Negative: back. */
  readonly by: Millis
}

/**
 * [CW8] Since when something is so, in the time that has passed since: what a clock skipped has not passed. Never later
 * than when it was set, for the time may be another clock's, which was right. Of a clock that was set back only as much is
 * taken away as was added for one that was set forward before: a time that the clock says twice may be the second one, and
 * nothing may hold sooner than it does.
 * @param sets oldest first
 */
export function sinceBy(since: Millis, sets: readonly ClockSet[]): Millis {
  const moved = sets.reduce(
    ({ from, isMoved }, { at, by }) => {
      const next = Math.min(at, from + by)
      if (by > 0) return from < at ? { from: next, isMoved: true } : { from, isMoved }
      return { from: isMoved ? Math.max(since, next) : from, isMoved }
    },
    { from: since, isMoved: false },
  )
  return moved.from
}
