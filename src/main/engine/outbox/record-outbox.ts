import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { withReactions } from '../acts/reactions'
import type { Clock, Logger } from '../ports'
import type { Decision } from '../record/decision'
import type { Ledger } from '../record/ledger'
import { type Act, actsToVerify, openActs, readAct } from '../storage/acts'
import type { Store } from '../storage/store'
import type { Readings } from '../vendors/accounts/vendor-accounts'
import { connectionOf, courierOf, eventsOf } from './handlers/handlers'
import { type Outbox, startOutbox } from './outbox'

/** Everything that leaves goes through one outbox, which is given here what it sends with and where it writes. */

export interface OutwardOptions {
  /** [OB23] [OW1] Only what is its own is sent, of incidents that it sends for. */
  readonly store: Pick<Store, 'db' | 'origin'>
  readonly ledger: Ledger
  readonly readings: Pick<Readings, 'account' | 'annotators' | 'actDone'>
  readonly clock: Clock
  readonly logger: Logger
}

/** Starts delivering what the ledger holds. Wake it when acts have changed. */
export function startOutward({ store, ledger, readings, clock, logger }: OutwardOptions): Outbox {
  const { db, origin } = store
  return startOutbox({
    clock,
    logger,
    courier: courierOf({
      incident: id => ledger.record(id)?.incident,
      updates: connection => readings.account(connection)?.updates,
      requests: connection => readings.account(connection)?.acts,
      now: clock.now,
    }),
    openActs: () => openActs(db).filter(isOurs),
    readAct: id => readAct(db, id),
    actsToVerify: () => actsToVerify(db).filter(isOurs),
    advance(act, turn) {
      const now = clock.now()
      const decision = { events: eventsOf(act, turn, now), changedActs: [act] }
      const kept = ledger.commit(act.incident, newId<RequestId>(), reacted(act.incident, decision, now), now).ok
      if (kept && turn.turn === 'landed') readings.actDone(connectionOf(act))
      return kept
    },
  })

  function isOurs(act: Act): boolean {
    return act.origin === origin.id && act.state !== 'held' && ledger.sends(act.incident)
  }

  /** What the outbox reports has consequences too: a channel that was opened gets its topic. */
  function reacted(incident: IncidentId, decision: Decision, now: Millis): Decision {
    const before = ledger.record(incident)?.incident
    const annotators = readings.annotators()
    return withReactions(decision, { incident, before, now, annotators, openActs: () => openActs(db) })
  }
}
