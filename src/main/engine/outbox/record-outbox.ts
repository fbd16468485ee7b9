import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { Decision } from '../record/decision'
import type { Ledger } from '../record/ledger'
import { withReactions } from '../requests/reactions'
import { itemsToCheck, openItems, type QueuedItem, readQueuedItem } from '../storage/queued-items'
import type { Store } from '../storage/store'
import type { VendorAccounts } from '../vendors/accounts/vendor-accounts'
import { connectionOf, eventsOf, outboxSender } from './handlers/handlers'
import { type Outbox, startOutbox } from './outbox'

/** Everything that leaves goes through one outbox, which is given here what it sends with and where it writes. */

export interface RecordOutboxOptions {
  /** [OB23] [OW1] Only what is its own is sent, of incidents that it sends for. */
  readonly store: Pick<Store, 'db' | 'origin'>
  readonly ledger: Ledger
  readonly accounts: Pick<VendorAccounts, 'account' | 'annotators' | 'requestDelivered'>
  readonly clock: Clock
  readonly logger: Logger
}

/** Starts delivering what the ledger holds. Wake it when items have changed. */
export function startRecordOutbox({ store, ledger, accounts, clock, logger }: RecordOutboxOptions): Outbox {
  const { db, origin } = store
  return startOutbox({
    clock,
    logger,
    sender: outboxSender({
      incident: id => ledger.record(id)?.incident,
      record: id => ledger.record(id) ?? undefined,
      updates: connection => accounts.account(connection)?.updates,
      requests: connection => accounts.account(connection)?.acts,
      now: clock.now,
    }),
    openItems: () => openItems(db).filter(isOurs),
    readQueuedItem: id => readQueuedItem(db, id),
    itemsToCheck: () => itemsToCheck(db).filter(isOurs),
    advance(item, outcome) {
      const now = clock.now()
      const decision = { events: eventsOf(item, outcome, now), changedItems: [item] }
      const kept = ledger.commit(item.incident, newId<RequestId>(), reacted(item.incident, decision, now), now).ok
      if (kept && outcome.outcome === 'delivered') accounts.requestDelivered(connectionOf(item))
      return kept
    },
  })

  function isOurs(item: QueuedItem): boolean {
    return item.origin === origin.id && item.state !== 'held' && ledger.sends(item.incident)
  }

  /** What the outbox reports has consequences too: a channel that was opened gets its topic. */
  function reacted(incident: IncidentId, decision: Decision, now: Millis): Decision {
    const before = ledger.record(incident)?.incident
    const annotators = accounts.annotators()
    return withReactions(decision, { incident, before, now, annotators, openItems: () => openItems(db) })
  }
}
