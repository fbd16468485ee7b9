import { DatabaseSync } from 'node:sqlite'
import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { foldHead } from '../../../shared/events/fold'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb } from './database'
import { type EventRow, eventOf } from './event-row'
import { chainHash } from './hash-chain'
import { type LogHead, NO_HEAD } from './log-reading'
import { statement } from './statements'

/** A look at a log that goes on slice by slice. */
export interface ChainCheck {
  readonly head: LogHead
  readonly provenUntil: Millis | null
  /** The incident's head as far as it is proven. */
  readonly incident: Incident | undefined
  readonly done: boolean
  readonly damage: LogDamage | null
}

export const NOT_CHECKED: ChainCheck = {
  head: NO_HEAD,
  provenUntil: null,
  incident: undefined,
  done: false,
  damage: null,
}

/** A connection that can only read, so that a check can neither hold up nor harm what is written. */
export function openForReading(file: string): ReadableDb {
  return new DatabaseSync(file, { readOnly: true, timeout: 2_000 }) as ReadableDb
}

/** [IN3] Checks the next events of an incident's chain, at most `limit` of them. */
export function checkOn(db: ReadableDb, incident: IncidentId, before: ChainCheck, limit: number): ChainCheck {
  let check = before
  try {
    const rows = statement(db, 'SELECT * FROM event WHERE incident = ? AND seq > ? ORDER BY seq LIMIT ?').all(
      incident,
      before.head.seq,
      limit,
    ) as unknown as readonly EventRow[]
    for (const row of rows) {
      if (chainHash(check.head.hash, row) !== row.hash) return damaged(check, 'altered')
      check = {
        ...check,
        head: { count: check.head.count + 1, seq: row.seq, hash: row.hash },
        provenUntil: row.recordedAt,
        incident: foldHead(check.incident, [eventOf(row)]),
      }
    }
    return { ...check, done: rows.length < limit }
  } catch {
    // Whatever stands in the way of reading it is what the place is named for.
    return damaged(check, 'unreadable')
  }
}

function damaged(check: ChainCheck, what: LogDamage['what']): ChainCheck {
  const { head, provenUntil } = check
  return { ...check, done: true, damage: { what, place: head.count + 1, missing: 0, provenUntil } }
}
