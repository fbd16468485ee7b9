import type { Millis } from '../../../shared/lib/time'
import { pacedClock, type SystemClock, systemClock } from '../clock/clock'
import type { Clock } from '../ports'

/**
 * A drill's clock: the system's at `startedAt`, then `speed` times as fast. It has no state of its own, so a restart
 * with the same two numbers finds the drill where it must be, the time that the process was down included.
 */
export function drillClock(options: { startedAt: Millis; speed: number }, system: SystemClock = systemClock): Clock {
  return pacedClock({ system, origin: options.startedAt, rate: options.speed })
}
