import type { IncidentId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/** What is half typed at a screen, since `at` by the screen's clock. */
export interface KeptLine {
  readonly text: string
  readonly at: Millis
}

/** Keeps what is half typed at a screen; an older one than is kept is dropped. @throws on a failing disk */
export function writeKeptLine(db: WritableDb, screen: string, incident: IncidentId, { text, at }: KeptLine): void {
  statement(
    db,
    `INSERT INTO keptLine (screen, incident, text, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (screen, incident) DO UPDATE SET text = excluded.text, at = excluded.at WHERE excluded.at >= at`,
  ).run(screen, incident, text, at)
}

/** What was half typed at a screen when it was last seen; at 0: nothing ever was. */
export function readKeptLine(db: ReadableDb, screen: string, incident: IncidentId): KeptLine {
  const row = statement(db, 'SELECT text, at FROM keptLine WHERE screen = ? AND incident = ?').get(screen, incident)
  return row === undefined ? { text: '', at: 0 } : { text: String(row.text), at: Number(row.at) }
}
