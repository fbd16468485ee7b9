import { type Millis, SECOND } from '../../../shared/lib/time'
import type { Clock } from '../ports'
import { SLEPT } from './waits'

/** How soon after waking it is noticed. On the wall. */
const LOOK_EVERY: Millis = 5 * SECOND

/** Calls `woke` when the clock has jumped: the computer slept, and every connection it held is gone. Returns its stop. */
export function watchSleep(clock: Clock, woke: () => void): () => void {
  let expected = 0
  let unarm = arm()
  function arm(): () => void {
    expected = clock.now() + LOOK_EVERY * clock.rate
    return clock.at(expected, look)
  }
  function look(): void {
    const late = clock.now() - expected
    unarm = arm()
    if (late > SLEPT * clock.rate) woke()
  }
  return () => unarm()
}
