import { type Millis, SECOND } from '../../../shared/lib/time'

/**
 * [CM7] Wall seconds until it leaves, rounded up; 0 once it cannot be called back. A quarter of a second over a whole one
 * is the way of the news to this screen, and counts as none.
 * @param rate engine milliseconds per wall millisecond: a person has wall time to think, whatever a drill's clock does
 */
export function secondsToCancel(cancelUntil: Millis, now: Millis, rate: number): number {
  const left = (cancelUntil - now) / rate / SECOND
  return left <= 0 ? 0 : Math.max(1, Math.ceil(left - 0.25))
}
