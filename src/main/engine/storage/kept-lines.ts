import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/** Keeps what is half typed at a screen; empty text forgets it. @throws on a failing disk */
export function writeKeptLine(db: WritableDb, screen: string, incident: IncidentId, text: string): void {
  if (text === '') {
    statement(db, 'DELETE FROM keptLine WHERE screen = ? AND incident = ?').run(screen, incident)
    return
  }
  statement(
    db,
    `INSERT INTO keptLine (screen, incident, text) VALUES (?, ?, ?)
     ON CONFLICT (screen, incident) DO UPDATE SET text = excluded.text`,
  ).run(screen, incident, text)
}

/** What was half typed at a screen when it was last seen; empty: nothing. */
export function readKeptLine(db: ReadableDb, screen: string, incident: IncidentId): string {
  const row = statement(db, 'SELECT text FROM keptLine WHERE screen = ? AND incident = ?').get(screen, incident)
  return row === undefined ? '' : String(row.text)
}
