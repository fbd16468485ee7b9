import type { FaultValue } from '../../../shared/contract/fault-codes'
import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Millis } from '../../../shared/lib/time'
import { eventsOf } from '../outbox/handlers/handlers'
import type { Logger } from '../ports'
import type { Ledger } from '../record/ledger'
import { openItems, type QueuedItem } from '../storage/queued-items'
import type { Store } from '../storage/store'
import { ANOTHER_MACHINE, isSettledIn, isUnknownIn } from './take-over'

const reason: FaultValue = { code: 'outbox-copied-folder' }

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
  const unfinished = openItems(store.db).filter(({ origin, state }) => origin !== store.origin.id && state !== 'left')
  const noted = unfinished.filter(row => {
    const left: QueuedItem = { ...row, state: 'left', looks: 0, reason }
    const events = eventsOf(row, { outcome: 'unknown', reason }, now)
    return ledger.commit(row.incident, newId<RequestId>(), { events, changedItems: [left] }, now).ok
  })
  if (unfinished.length > 0)
    logger.warn('What another folder had not finished is not sent', { items: unfinished.length, noted: noted.length })
  return noted.length
}

export interface SettleOptions extends Omit<LeftBehindOptions, 'logger'> {
  /** The outbox is at work: what it is sending at this moment will be answered. */
  readonly running: boolean
  /** Of one log; absent: of all. */
  readonly only?: IncidentId | undefined
}

/**
 * [OW3] Brings the items of the outbox in line with the logs after other machines' events came: what another machine
 * settled is settled here too, and nothing more is sent for an incident that another one took over.
 */
export function settleItems({ store, ledger, now, running, only }: SettleOptions): void {
  for (const row of openItems(store.db)) {
    if (row.origin !== store.origin.id || (only !== undefined && row.incident !== only)) continue
    const incident = ledger.record(row.incident)?.incident
    if (incident === undefined || !needsSettling(row, incident, ledger.sends(row.incident), running)) continue
    const isSettled = isSettledIn(incident, row)
    const state = isSettled ? 'cancelled' : 'left'
    const events =
      isSettled || isUnknownIn(incident, row) ? [] : eventsOf(row, { outcome: 'unknown', reason: ANOTHER_MACHINE }, now)
    const changedItems = [{ ...row, state, looks: 0, reason: ANOTHER_MACHINE } as const]
    ledger.commit(row.incident, newId<RequestId>(), { events, changedItems }, now)
  }
}

function needsSettling(row: QueuedItem, incident: Incident, sends: boolean, running: boolean): boolean {
  if (row.state === 'left' || row.state === 'held') return isSettledIn(incident, row)
  return !sends && !(running && row.state === 'sending')
}
