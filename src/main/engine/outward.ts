import { goesStale, inSteps } from '../../shared/domain/act'
import type { EventDraft } from '../../shared/events/define'
import type { Millis } from '../../shared/lib/time'
import { actCourier } from './acts/courier'
import { actOfRow } from './acts/row'
import { storyOfAct } from './acts/story'
import { updateCourier } from './comms/courier'
import { storyOf } from './comms/story'
import type { Ledger } from './ledger'
import type { Courier, Turn } from './outbox/outbox'
import type { Readings } from './readings'
import type { Act } from './storage/acts'

/** Everything that leaves goes through one outbox; here the two kinds of it part: updates, and all other acts. */

export function courierFor(ledger: Ledger, readings: Pick<Readings, 'account'>): Courier {
  const updates = updateCourier(ledger, connection => readings.account(connection)?.updates)
  const acts = actCourier(connection => readings.account(connection)?.acts)
  return {
    send(row, signal) {
      const what = actOfRow(row)
      return what === undefined ? updates.send(row, signal) : acts.send(row, what, signal)
    },
    lookUp(row, signal) {
      const what = actOfRow(row)
      return what === undefined ? updates.lookUp(row, signal) : acts.lookUp(row, what, signal)
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

export function outwardStory(row: Act, turn: Turn, now: Millis): readonly EventDraft[] {
  const what = actOfRow(row)
  return what === undefined ? storyOf(row, turn, now) : storyOfAct(row, what, turn, now)
}
