import { goesStale, inSteps } from '../../shared/domain/act'
import { type ConnectionId, type IncidentId, newId, type RequestId } from '../../shared/domain/ids'
import type { EventDraft } from '../../shared/events/define'
import type { Millis } from '../../shared/lib/time'
import { actCourier } from './acts/courier'
import { withReactions } from './acts/reactions'
import { actOfRow } from './acts/row'
import { storyOfAct } from './acts/story'
import { updateCourier } from './comms/courier'
import { publishBodyOf, storyOf } from './comms/story'
import type { Decision } from './decision'
import type { Ledger } from './ledger'
import type { Turn } from './outbox/moves'
import { type Outbox, startOutbox } from './outbox/outbox'
import type { Courier } from './outbox/types'
import type { Clock, Logger } from './ports'
import type { Readings } from './readings'
import { type Act, actsToVerify, openActs, readAct } from './storage/acts'
import type { ReadableDb } from './storage/database'

/** Everything that leaves goes through one outbox; here the two kinds of it part: updates, and all other acts. */

export interface OutwardOptions {
  readonly db: ReadableDb
  readonly ledger: Ledger
  readonly readings: Pick<Readings, 'account' | 'annotators' | 'actDone'>
  readonly clock: Clock
  readonly logger: Logger
}

/** Starts delivering what the ledger holds. Wake it when acts have changed. */
export function startOutward({ db, ledger, readings, clock, logger }: OutwardOptions): Outbox {
  return startOutbox({
    clock,
    logger,
    courier: courierFor(ledger, readings, clock),
    openActs: () => openActs(db),
    readAct: id => readAct(db, id),
    actsToVerify: () => actsToVerify(db),
    advance(act, turn) {
      const now = clock.now()
      const decision = { events: outwardStory(act, turn, now), changedActs: [act] }
      const kept = ledger.commit(act.incident, newId<RequestId>(), reacted(act.incident, decision, now), now).ok
      if (kept && turn.turn === 'landed') readings.actDone(connectionOf(act))
      return kept
    },
  })

  /** What the outbox reports has consequences too: a channel that was opened gets its topic. */
  function reacted(incident: IncidentId, decision: Decision, now: Millis): Decision {
    const before = ledger.record(incident)?.incident
    const annotators = readings.annotators()
    return withReactions(decision, { incident, before, now, annotators, openActs: () => openActs(db) })
  }
}

function courierFor(ledger: Ledger, readings: Pick<Readings, 'account'>, clock: Clock): Courier {
  const updates = updateCourier(ledger, connection => readings.account(connection)?.updates)
  const acts = actCourier(connection => readings.account(connection)?.acts, clock.now)
  return {
    async place(row, signal) {
      return actOfRow(row) === undefined ? updates.place(row, signal) : { place: 'settled' }
    },
    send(row, signal) {
      const what = actOfRow(row)
      return what === undefined ? updates.send(row, signal) : acts.send(row, what, signal)
    },
    lookUp(row, signal) {
      const what = actOfRow(row)
      return what === undefined ? updates.lookUp(row, signal) : acts.lookUp(row, what, signal)
    },
    findCopies(row, signal) {
      const what = actOfRow(row)
      return what === undefined ? updates.findCopies(row, signal) : acts.findCopies(row, what, signal)
    },
    goesStale(row) {
      const what = actOfRow(row)
      return what === undefined || goesStale(what)
    },
    inSteps(row) {
      const what = actOfRow(row)
      return what !== undefined && inSteps(what)
    },
  }
}

function connectionOf(row: Act): ConnectionId {
  return actOfRow(row)?.connection ?? publishBodyOf(row).content.channel.connection
}

function outwardStory(row: Act, turn: Turn, now: Millis): readonly EventDraft[] {
  const what = actOfRow(row)
  return what === undefined ? storyOf(row, turn, now) : storyOfAct(row, what, turn, now)
}
