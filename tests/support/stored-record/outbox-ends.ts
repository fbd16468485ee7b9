import { eventsOf } from '../../../src/main/engine/outbox/handlers/handlers'
import type { ItemOutcome } from '../../../src/main/engine/outbox/transitions'
import { openItems, type QueuedItem } from '../../../src/main/engine/storage/queued-items'
import type { Store } from '../../../src/main/engine/storage/store'
import { newId, type RequestId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import type { Desk } from './desk'

/** The newest item of the outbox. */
export function newestItem({ db }: Store): QueuedItem {
  const item = openItems(db).at(-1)
  if (item === undefined) throw new Error('The outbox is empty')
  return item
}

/** What the outbox does when an item moves: its row and the events that tell it, in one commit. */
export function moveItem(
  { ledger, clock }: Desk,
  item: QueuedItem,
  change: Partial<QueuedItem>,
  turn: ItemOutcome,
): void {
  const now = clock.now()
  const events = eventsOf(item, turn, now)
  const changedItems = [{ ...item, attempts: item.attempts + 1, ...change }]
  const reply = ledger.commit(item.incident, newId<RequestId>(), { events, changedItems }, now)
  if (!reply.ok) throw new Error(reply.fault.message)
  clock.advance(MINUTE)
}
