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

/** Where an event stands in the one order in which every machine folds. */
export interface OrderKey extends HybridTime {
  readonly origin: string
  readonly counter: number
  readonly id: string
}

/** [RK3] By hybrid time, then origin, counter and id: the same order on every machine. */
export function compareOrder(a: OrderKey, b: OrderKey): number {
  return a.ms - b.ms || a.n - b.n || compareText(a.origin, b.origin) || a.counter - b.counter || compareText(a.id, b.id)
}

/** By code unit: no machine's language may change the order. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
