import type { ClockReading } from '../../shared/contract/mode'
import type { Millis } from '../../shared/lib/time'

/** A reading of the engine's clock, and when it arrived on this machine's monotonic clock. */
export interface ClockAnchor {
  readonly reading: ClockReading
  readonly monotonic: Millis
  /** The same moment on this machine's own wall clock. */
  readonly wall: Millis
}

/**
 * [CW2] The engine's now, as estimated in this window: its last reading plus the time that passed since. A monotonic
 * clock stops while a Linux laptop sleeps, and a wall clock can be set. The one that advanced further wins: an age that
 * is too long makes a person check, one that is too short hides that data is old. The engine's next reading, seconds
 * later, corrects both.
 */
export function reckon(anchor: ClockAnchor, monotonic: Millis, wall: Millis): Millis {
  return Math.round(anchor.reading.now + sinceHeard(anchor, monotonic, wall) * anchor.reading.rate)
}

/** How long ago the last reading of the engine's clock arrived. */
export function sinceHeard(anchor: ClockAnchor, monotonic: Millis, wall: Millis): Millis {
  return Math.max(monotonic - anchor.monotonic, wall - anchor.wall)
}
