import type { QueuedItem } from '../storage/queued-items'

/** Which item may be sent before which. `place` is the place of an item; nothing else decides. */
type Placed = Pick<QueuedItem, 'place' | 'target'>

/** [OB9] Items of one lane keep their order, so only the first open one of each may move, however they were read. */
export function headOfEachLane<Item extends Placed>(open: readonly Item[]): readonly Item[] {
  const heads = new Map<string, Item>()
  for (const item of open) {
    const known = heads.get(item.target)
    if (known === undefined || item.place < known.place) heads.set(item.target, item)
  }
  return [...heads.values()].sort((one, other) => one.place - other.place)
}

/**
 * [OB20] The place of an item after a change. A failed one that is retried comes after those that were requested since:
 * ahead of one whose outcome is unknown it would change what the verification of that one sees.
 * @param last the place of the last item of all
 */
export function placeAfter(
  before: Pick<QueuedItem, 'place' | 'state'>,
  now: Pick<QueuedItem, 'state'>,
  last: () => number,
): number {
  return before.state === 'failed' && now.state !== 'failed' ? last() + 1 : before.place
}
