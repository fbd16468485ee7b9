import type { HeldReason } from '../../../shared/domain/held'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { type RawRow, rawText, readRaw } from './raw-row'
import { statement } from './statements'

export interface HeldEvent {
  readonly row: RawRow
  readonly reason: HeldReason
  readonly heldAt: Millis
}

/** [RK10] Call it in a transaction. One that is held already stays as it is. @throws on a failing disk */
export function holdEvent(db: WritableDb, { row, reason, heldAt }: HeldEvent): void {
  statement(
    db,
    `INSERT INTO heldEvent (incident, origin, counter, hash, row, reason, heldAt) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(row.incident, row.origin, row.counter, row.hash, rawText(row), reason, heldAt)
}

/** To be called when it is folded from now on. Call it in a transaction. @throws on a failing disk */
export function letGo(db: WritableDb, { incident, origin, counter, hash }: RawRow): void {
  statement(db, 'DELETE FROM heldEvent WHERE incident = ? AND origin = ? AND counter = ? AND hash = ?').run(
    incident,
    origin,
    counter,
    hash,
  )
}

/** By origin and counter. @throws on a broken table */
export function heldEvents(db: ReadableDb, incident: IncidentId): readonly HeldEvent[] {
  const rows = statement(
    db,
    'SELECT row, reason, heldAt FROM heldEvent WHERE incident = ? ORDER BY origin, counter, hash',
  ).all(incident)
  return rows.flatMap(({ row, reason, heldAt }) => {
    const read = readRaw(String(row))
    return read.ok ? [{ row: read.value, reason: String(reason) as HeldReason, heldAt: Number(heldAt) }] : []
  })
}

/** @throws on a broken table */
export function incidentsWithHeld(db: ReadableDb): readonly IncidentId[] {
  const rows = statement(db, 'SELECT DISTINCT incident FROM heldEvent ORDER BY incident').all()
  return rows.map(({ incident }) => String(incident) as IncidentId)
}
