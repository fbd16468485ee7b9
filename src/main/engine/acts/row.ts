import { actTarget, type OutwardAct } from '../../../shared/domain/act'
import type { ActId, IncidentId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { Act } from '../storage/acts'

/** What an act carries through the outbox. Rows without `what` are updates of the comms feature. */
export interface ActBody {
  readonly what: OutwardAct
}

/** A row of the outbox for an act that may leave at once. */
export function actRow(incident: IncidentId, id: ActId, what: OutwardAct, now: Millis): Act {
  const fresh = { state: 'waiting', notBefore: now, attempts: 0, looks: 0, reason: '', createdAt: now } as const
  const body: ActBody = { what }
  return { id, incident, target: actTarget(what), body: JSON.stringify(body), mayBeTwice: 0, ...fresh }
}

/** The outward act of a row, or undefined where the row carries an update. */
export function actOfRow(row: Act): OutwardAct | undefined {
  return (JSON.parse(row.body) as Partial<ActBody>).what
}
