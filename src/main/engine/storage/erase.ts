import type { IncidentId } from '../../../shared/domain/ids'
import { dropAttachment } from './attachments'
import type { ReadableDb, WritableDb } from './database'
import { erasedBy } from './erasures'
import type { EventRow } from './event-row'
import { heldEvents } from './held-events'
import { namingIn } from './named-people'
import { type RawRow, rawText } from './raw-row'
import { statement } from './statements'

/** Ids of the events of an incident that its log says are erased. @throws on a failing disk */
export function erasedIds(db: ReadableDb, incident: IncidentId): ReadonlySet<string> {
  const rows = statement(db, "SELECT body FROM event WHERE incident = ? AND kind = 'body-erased'").all(incident)
  return new Set(rows.flatMap(({ body }) => erasedBy(String(body)) ?? []))
}

/** [ER1] The same row without what can be erased of it; one of envelope 1, and an erasure, stay as they are. */
export function withoutBody<Row extends Pick<EventRow, 'env' | 'kind'>>(row: Row): Row {
  return row.env === 2 && row.kind !== 'body-erased' ? { ...row, body: '', salt: '', summary: '' } : row
}

/**
 * [ER1] Clears whatever the log of an incident says is erased and is still here. Call it in the transaction that wrote what
 * says so. @throws on a failing disk
 * @returns the rows as they were
 */
export function clearErased(db: WritableDb, incident: IncidentId): readonly Pick<RawRow, 'kind' | 'body'>[] {
  const ids = erasedIds(db, incident)
  const cleared = [...ids].flatMap(id => clearRow(db, incident, id) ?? [])
  for (const { row } of ids.size === 0 ? [] : heldEvents(db, incident)) {
    const emptied = withoutBody(row)
    if (!ids.has(row.id) || emptied.body === row.body) continue
    statement(db, 'UPDATE heldEvent SET row = ? WHERE incident = ? AND origin = ? AND counter = ? AND hash = ?').run(
      rawText(emptied),
      row.incident,
      row.origin,
      row.counter,
      row.hash,
    )
    cleared.push(row)
  }
  for (const row of cleared) if (row.kind === 'person-named') forgetPerson(db, row.body)
  return cleared
}

function clearRow(db: WritableDb, incident: IncidentId, id: string): Pick<RawRow, 'kind' | 'body'> | undefined {
  const row = statement(
    db,
    "SELECT kind, body FROM event WHERE id = ? AND incident = ? AND env = 2 AND kind <> 'body-erased' AND body <> ''",
  ).get(id, incident)
  if (row === undefined) return undefined
  statement(db, "UPDATE event SET body = '', salt = '', summary = '' WHERE id = ?").run(id)
  return { kind: String(row.kind), body: String(row.body) }
}

/** [NP2] The person who has the name writes as another person from now on. */
function forgetPerson(db: WritableDb, body: string): void {
  const naming = namingIn(body)
  if (naming !== undefined) statement(db, 'DELETE FROM person WHERE person = ?').run(naming.person)
}

/** [ER4] Removes a picture that no event of any incident names any more. @throws on a failing disk */
export function dropUnnamedPicture(db: WritableDb, hash: string): void {
  const named = "SELECT 1 FROM event WHERE kind = 'entry-added' AND instr(body, ?) > 0"
  const held = 'SELECT 1 FROM heldEvent WHERE instr(row, ?) > 0'
  if (statement(db, `${named} UNION ALL ${held} LIMIT 1`).get(hash, hash) !== undefined) return
  dropAttachment(db, hash)
}

/**
 * [ER4] Removes what was cleared from the write-ahead log too: it is empty then. False: a reader is active just now, so
 * that it has to be tried again. Outside of a transaction. @throws on a failing disk
 */
export function emptyWriteAheadLog(db: WritableDb): boolean {
  return Number(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy ?? 1) === 0
}
