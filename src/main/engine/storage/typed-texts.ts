import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/**
 * A text field of a client: the line of an incident, an answer of its checkpoint, a title before anything is declared.
 */
export interface StoredTextPlace {
  readonly screen: string
  /** Empty: it belongs to none. */
  readonly incident: string
  readonly field: string
}

/** The unsent text there, since `at` by the client's clock. */
export interface StoredText {
  readonly text: string
  readonly at: Millis
}

/** Stores what is half typed; an older one than is stored is dropped. @throws on a failing disk */
export function writeTypedText(
  db: WritableDb,
  { screen, incident, field }: StoredTextPlace,
  { text, at }: StoredText,
): void {
  statement(
    db,
    `INSERT INTO typedText (screen, incident, field, text, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (screen, incident, field)
     DO UPDATE SET text = excluded.text, at = excluded.at WHERE excluded.at >= at`,
  ).run(screen, incident, field, text, at)
}

/** At 0: nothing ever was typed. */
export const nothingTyped: StoredText = { text: '', at: 0 }

/** What was half typed there when it was last seen; at 0: nothing ever was. */
export function readTypedText(db: ReadableDb, { screen, incident, field }: StoredTextPlace): StoredText {
  const row = statement(db, 'SELECT text, at FROM typedText WHERE screen = ? AND incident = ? AND field = ?').get(
    screen,
    incident,
    field,
  )
  return row === undefined ? nothingTyped : { text: String(row.text), at: Number(row.at) }
}

/** In every client. Call it in a transaction. @throws on a failing disk */
export function forgetTypedText(db: WritableDb, incident: string, field: string): void {
  statement(db, 'DELETE FROM typedText WHERE incident = ? AND field = ?').run(incident, field)
}
