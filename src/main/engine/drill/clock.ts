import type { Millis } from '../../../shared/lib/time'
import { pacedClock, thisMachine, type Wall } from '../clock/clock'
import type { Clock } from '../ports'

/**
 * A drill's clock: the wall's at `startedAt`, then `speed` times as fast. It has no state of its own, so a restart with
 * the same two numbers finds the drill where it must be, the time that the process was down included.
 */
export function drillClock(options: { startedAt: Millis; speed: number }, wall: Wall = thisMachine): Clock {
  return pacedClock({ wall, origin: options.startedAt, rate: options.speed })
}
