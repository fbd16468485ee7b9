import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { IncidentId, OutboxItemId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/**
 * `again`: the outcome is unknown, and a person decided to send it all the same. `asking`: nothing was sent, and a
 * person says first where it goes. `left`: by the folder that this one is a copy of, so that the outcome is unknown
 * here, and nothing is done until a person decides. `held`: requested while another machine sends for the incident;
 * nothing was sent.
 */
export type QueuedItemState =
  | 'waiting'
  | 'asking'
  | 'sending'
  | 'unknown'
  | 'again'
  | 'left'
  | 'held'
  | 'sent'
  | 'failed'
  | 'cancelled'

/** One row of the outbox. It is on disk before a byte leaves. `body` is the outbox's own JSON. */
export interface QueuedItem {
  readonly id: OutboxItemId
  /** Its place among all rows; `outbox/order.ts` says what follows from it. */
  readonly place: number
  readonly incident: IncidentId
  /** The lane that it leaves by. */
  readonly target: string
  readonly body: string
  readonly state: QueuedItemState
  /** Not sent, or not looked for, before this instant. */
  readonly notBefore: Millis
  readonly attempts: number
  /** How often the target was verified since the outcome became unknown. */
  readonly looks: number
  readonly reason: FaultValue
  readonly createdAt: Millis
  /** 1: it was sent again while an earlier send was in doubt, and no second copy was found yet. */
  readonly mayBeTwice: 0 | 1
  /** [OB23] The incarnation of the folder that it belongs to: no other one sends it. */
  readonly origin: string
}

/** A row before it is on disk, where it is placed after all others. */
export type NewQueuedItem = Omit<QueuedItem, 'place' | 'origin'>

/** No text of a vendor or a person begins with it: they have lost their control characters. */
const CODED = '\u001f'

/** [FA3] A code with values as JSON behind a mark; a text, as all were before there were codes, as it is. */
function storedReason(reason: FaultValue): string {
  return typeof reason === 'object' ? CODED + JSON.stringify(reason) : String(reason)
}

function itemOf(row: object): QueuedItem {
  // Written above, column by column.
  const { reason, ...item } = row as Omit<QueuedItem, 'reason'> & { readonly reason: string }
  return { ...item, reason: reason.startsWith(CODED) ? (JSON.parse(reason.slice(1)) as FaultValue) : reason }
}

export function insertQueuedItem(db: WritableDb, item: NewQueuedItem, origin: string): void {
  statement(
    db,
    `INSERT INTO act (id, incident, target, body, state, notBefore, attempts, looks, reason, createdAt, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    item.id,
    item.incident,
    item.target,
    item.body,
    item.state,
    item.notBefore,
    item.attempts,
    item.looks,
    storedReason(item.reason),
    item.createdAt,
    origin,
  )
}

/** @param origin who writes it: it is theirs from then on */
export function writeQueuedItem(db: WritableDb, item: QueuedItem, origin: string): void {
  const { state, notBefore, attempts, looks, reason, createdAt, mayBeTwice, place, id } = item
  statement(
    db,
    `UPDATE act SET state = ?, notBefore = ?, attempts = ?, looks = ?, reason = ?, createdAt = ?, mayBeTwice = ?,
     place = ?, origin = ? WHERE id = ?`,
  ).run(state, notBefore, attempts, looks, storedReason(reason), createdAt, mayBeTwice, place, origin, id)
}

/** The place of the last row; 0: there is none. */
export function lastPlace(db: ReadableDb): number {
  return Number(statement(db, 'SELECT COALESCE(MAX(place), 0) AS last FROM act').get()?.last)
}

/** Rows without a final outcome, as they are. */
export function openItems(db: ReadableDb): readonly QueuedItem[] {
  const rows = statement(
    db,
    "SELECT * FROM act WHERE state IN ('waiting', 'asking', 'sending', 'unknown', 'again', 'left', 'held') ORDER BY place",
  ).all()
  return rows.map(itemOf)
}

/** [OB21] Delivered ones that may still get a duplicate, in no order. */
export function itemsToCheck(db: ReadableDb): readonly QueuedItem[] {
  const rows = statement(db, "SELECT * FROM act WHERE mayBeTwice = 1 AND state = 'sent'").all()
  return rows.map(itemOf)
}

/** [OB23] Gives rows that name nobody to the one that wrote here until now. @throws on a failing disk */
export function ownUnowned(db: WritableDb, origin: string): void {
  statement(db, "UPDATE act SET origin = ? WHERE origin = ''").run(origin)
}

export function readQueuedItem(db: ReadableDb, id: OutboxItemId): QueuedItem | undefined {
  const row = statement(db, 'SELECT * FROM act WHERE id = ?').get(id)
  return row === undefined ? undefined : itemOf(row)
}

/** Gives every row to one. @throws on a failing disk */
export function ownAll(db: WritableDb, origin: string): void {
  statement(db, 'UPDATE act SET origin = ? WHERE origin <> ?').run(origin, origin)
}
