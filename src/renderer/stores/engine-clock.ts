import type { ClockReading } from '../../shared/contract/views'
import type { Millis } from '../../shared/lib/time'

/** A reading of the engine's clock, and when this screen got it on its own monotonic clock. */
export interface ClockAnchor {
  readonly reading: ClockReading
  readonly monotonic: Millis
}

/**
 * The engine's now, as this screen reckons it. Counts from a monotonic clock, because the wall clock of the machine
 * that shows the screen may be wrong or be set while it runs.
 */
export function reckon(anchor: ClockAnchor, monotonic: Millis): Millis {
  return Math.round(anchor.reading.now + (monotonic - anchor.monotonic) * anchor.reading.rate)
}
