import type { ClockReading } from '../../shared/contract/mode'
import type { Millis } from '../../shared/lib/time'

/** A reading of the engine's clock, and when this screen got it on its own monotonic clock. */
export interface ClockAnchor {
  readonly reading: ClockReading
  readonly monotonic: Millis
  /** The same moment on this screen's own wall clock. */
  readonly wall: Millis
}

/**
 * [CW2] The engine's now, as this screen reckons it: by what passed since the engine last said it. A monotonic clock
 * stands still while a Linux laptop sleeps, and a wall clock can be set; whichever went on further is believed, because
 * an age that is too long asks for a look and one that is too short hides that something is old. The engine's next word,
 * seconds later, corrects both.
 */
export function reckon(anchor: ClockAnchor, monotonic: Millis, wall: Millis): Millis {
  return Math.round(anchor.reading.now + sinceHeard(anchor, monotonic, wall) * anchor.reading.rate)
}

/** How long ago the engine read its clock to this screen. */
export function sinceHeard(anchor: ClockAnchor, monotonic: Millis, wall: Millis): Millis {
  return Math.max(monotonic - anchor.monotonic, wall - anchor.wall)
}
