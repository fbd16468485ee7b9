import { correctedIn } from '../../../shared/contract/mode'
import { MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import type { Clock } from '../ports'

export interface ClockWatchOptions {
  readonly clock: Clock
  /** Milliseconds since this computer started, its sleep included: no one can set it. */
  readonly uptime: () => Millis
  /** The clock was set by so many of its milliseconds; negative: back. */
  set(by: Millis): void
}

const LOOK_EVERY = 5 * SECOND

/**
 * [CW1] Notices that the clock was set while the engine runs, by a clock that nobody can set and that counts sleep: a
 * laptop that slept is not one whose clock was set. Returns its stop.
 */
export function watchClock({ clock, uptime, set }: ClockWatchOptions): () => void {
  let [before, up] = [clock.now(), uptime()]
  const timer = setInterval(look, LOOK_EVERY)
  timer.unref()

  function look(): void {
    const [now, upNow] = [clock.now(), uptime()]
    const passed = upNow - up
    const by = now - before - passed * clock.rate
    before = now
    up = upNow
    // A correction after a sleep is seldom one of a clock that only ran a little fast: a long span excuses no more.
    if (Math.abs(by) > correctedIn(Math.min(passed, MINUTE)) * clock.rate) set(Math.round(by))
  }

  return () => clearInterval(timer)
}
