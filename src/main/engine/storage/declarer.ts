import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from './database'
import { statement } from './statements'

/** [OW1] The origin on which an incident was declared; null: nothing says so, as in records of before there were origins. */
export function declarerOf(db: ReadableDb, incident: IncidentId): string | null {
  const row = statement(
    db,
    `SELECT origin FROM event WHERE incident = ? AND kind = 'incident-declared'
     ORDER BY hlcMs, hlcN, origin, counter LIMIT 1`,
  ).get(incident)
  return row === undefined || row.origin === null ? null : String(row.origin)
}
