import { pacedClock, type SystemClock, systemClock } from '../../../src/main/engine/clock/clock'
import type { Clock } from '../../../src/main/engine/ports'

/** A clock of rate 1 on a system that runs `times` as fast: feeds that ask every 15 s ask again after milliseconds. */
export function hurriedClock(times: number): Clock {
  const origin = Date.now()
  const system: SystemClock = {
    now: () => origin + (Date.now() - origin) * times,
    after: (span, run) => systemClock.after(span / times, run),
  }
  return pacedClock({ system, origin: 0, rate: 1 })
}
