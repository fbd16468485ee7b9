import type { EventStamp, LoggedEvent } from './define'

/** The place of an event in the one order in which every machine folds. */
export interface OrderKey extends Omit<EventStamp, 'seen'> {
  readonly id: string
}

/** [RK3] By hybrid time, then origin, counter and id: the same order on every machine. */
export function compareOrder(a: OrderKey, b: OrderKey): number {
  return a.ms - b.ms || a.n - b.n || compareText(a.origin, b.origin) || a.counter - b.counter || compareText(a.id, b.id)
}

/** [RK3] Two events of one incident. Without stamps, each had seen all before it: their places are their order. */
export function compareEvents(a: LoggedEvent, b: LoggedEvent): number {
  if (a.stamp === undefined || b.stamp === undefined) return a.seq - b.seq
  return compareOrder({ ...a.stamp, id: a.id }, { ...b.stamp, id: b.id })
}

/** By code unit: no machine's language may change the order. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
