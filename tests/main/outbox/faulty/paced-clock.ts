import { pacedClock, type SystemClock, systemClock } from '../../../../src/main/engine/clock/clock'
import type { Clock } from '../../../../src/main/engine/ports'

/**
 * A clock on which the outbox's waits pass `pace` times as fast; its rate stays 1, as in the real world. Processes that
 * are given one `origin` agree on the time.
 */
export function fastClock(origin: number, pace: number): Clock {
  const system: SystemClock = {
    now: () => origin + (Date.now() - origin) * pace,
    after: (span, run) => systemClock.after(span / pace, run),
  }
  return pacedClock({ system, origin: 0, rate: 1 })
}
