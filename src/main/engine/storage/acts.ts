import type { ActId, IncidentId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/**
 * `again`: nobody knows whether it is done, and a person said to send it all the same. `asking`: nothing has left, and a
 * person says first where it goes.
 */
export type ActState = 'waiting' | 'asking' | 'sending' | 'unknown' | 'again' | 'sent' | 'failed' | 'cancelled'

/** One outward act. It is on disk before a byte leaves. `body` is the sender's own JSON. */
export interface Act {
  readonly id: ActId
  readonly incident: IncidentId
  /** Acts on one target keep their order. */
  readonly target: string
  readonly body: string
  readonly state: ActState
  /** Not sent, or not looked for, before this instant. */
  readonly notBefore: Millis
  readonly attempts: number
  /** How often the target was looked at since the outcome became unknown. */
  readonly looks: number
  readonly reason: string
  readonly createdAt: Millis
  /** 1: it was sent again while an earlier send was in doubt, and no second copy was found yet. */
  readonly mayBeTwice: 0 | 1
}

export function insertAct(db: WritableDb, act: Act): void {
  statement(
    db,
    `INSERT INTO act (id, incident, target, body, state, notBefore, attempts, looks, reason, createdAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    act.id,
    act.incident,
    act.target,
    act.body,
    act.state,
    act.notBefore,
    act.attempts,
    act.looks,
    act.reason,
    act.createdAt,
  )
}

/**
 * [OB20] One that had failed and is tried again stands behind those that were asked for since: ahead of one whose outcome
 * is unknown it would change what a look at that one sees.
 */
export function writeAct(db: WritableDb, act: Act): void {
  statement(
    db,
    `UPDATE act SET state = ?, notBefore = ?, attempts = ?, looks = ?, reason = ?, createdAt = ?, mayBeTwice = ?,
       place = CASE state WHEN 'failed' THEN (SELECT MAX(place) + 1 FROM act) ELSE place END
     WHERE id = ?`,
  ).run(act.state, act.notBefore, act.attempts, act.looks, act.reason, act.createdAt, act.mayBeTwice, act.id)
}

/** Acts whose end is open, in the order in which they were asked for. */
export function openActs(db: ReadableDb): readonly Act[] {
  const rows = statement(
    db,
    "SELECT * FROM act WHERE state IN ('waiting', 'asking', 'sending', 'unknown', 'again') ORDER BY place",
  ).all()
  return rows as unknown as readonly Act[]
}

/** [OB21] Delivered ones of which a second copy may still appear. */
export function actsToVerify(db: ReadableDb): readonly Act[] {
  const rows = statement(db, "SELECT * FROM act WHERE mayBeTwice = 1 AND state = 'sent' ORDER BY notBefore").all()
  return rows as unknown as readonly Act[]
}

export function readAct(db: ReadableDb, id: ActId): Act | undefined {
  return statement(db, 'SELECT * FROM act WHERE id = ?').get(id) as unknown as Act | undefined
}
