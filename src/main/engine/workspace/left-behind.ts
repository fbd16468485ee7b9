import { newId, type RequestId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { Ledger } from '../ledger'
import { eventsOf } from '../outbox/handlers/handlers'
import type { Logger } from '../ports'
import { type Act, openActs } from '../storage/acts'
import type { Store } from '../storage/store'

const reason = 'This folder was copied or restored, and the one it comes from may have sent it.'

export interface LeftBehindOptions {
  readonly store: Pick<Store, 'db' | 'origin'>
  readonly ledger: Ledger
  readonly logger: Logger
  readonly now: Millis
}

/**
 * [OB23] What the folder that this one is a copy of had not finished is of unknown outcome here, whatever it waited for:
 * noted in its log, once, in the transaction that makes the item this folder's. What the disk refuses stays the other
 * one's, which is not sent either, and is noted at the next start.
 * @returns how many were noted
 */
export function noteLeftBehind({ store, ledger, logger, now }: LeftBehindOptions): number {
  const unfinished = openActs(store.db).filter(({ origin, state }) => origin !== store.origin.id && state !== 'left')
  const noted = unfinished.filter(row => {
    const left: Act = { ...row, state: 'left', looks: 0, reason }
    const events = eventsOf(row, { turn: 'unknown', reason }, now)
    return ledger.commit(row.incident, newId<RequestId>(), { events, changedActs: [left] }, now).ok
  })
  if (unfinished.length > 0)
    logger.warn('What another folder had not finished is not sent', { items: unfinished.length, noted: noted.length })
  return noted.length
}
