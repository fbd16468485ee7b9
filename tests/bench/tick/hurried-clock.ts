import { pacedClock, thisMachine, type Wall } from '../../../src/main/engine/clock/clock'
import type { Clock } from '../../../src/main/engine/ports'

/** A clock of rate 1 on a wall that runs `times` as fast: feeds that ask every 15 s ask again after milliseconds. */
export function hurriedClock(times: number): Clock {
  const origin = Date.now()
  const wall: Wall = {
    now: () => origin + (Date.now() - origin) * times,
    after: (span, run) => thisMachine.after(span / times, run),
  }
  return pacedClock({ wall, origin: 0, rate: 1 })
}
