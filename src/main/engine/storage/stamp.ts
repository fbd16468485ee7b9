import type { Millis } from '../../../shared/lib/time'

/** Reading of a hybrid clock: the system's milliseconds, and a count where those do not move on. */
export interface HybridTime {
  readonly ms: Millis
  readonly n: number
}

export const BEFORE_ALL: HybridTime = { ms: 0, n: 0 }

/** [RK3] The next reading after everything that is known: never behind it, however wrong the system's clock is. */
export function tick(known: HybridTime, now: Millis): HybridTime {
  return now > known.ms ? { ms: now, n: 0 } : { ms: known.ms, n: known.n + 1 }
}
