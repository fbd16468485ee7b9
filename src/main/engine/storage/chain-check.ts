import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { foldHead } from '../../../shared/events/fold'
import type { ReadableDb } from './database'
import type { EventRow } from './event-row'
import { heldEvents } from './held-events'
import { LogReader } from './log-reader'
import { readLog } from './log-reading'
import { statement } from './statements'

/** A look at one incident's log that goes on slice by slice. */
export interface ChainCheck {
  /** Checks the next events, at most `limit` of them. True: that was all. */
  advance(limit: number): boolean
  readonly damage: LogDamage | null
  /** The incident's head as far as it is proven. */
  readonly incident: Incident | undefined
}

/** A connection that can only read, so that a check can neither hold up nor harm what is written. */
export function openForReading(file: string): ReadableDb {
  return new DatabaseSync(file, { readOnly: true, timeout: 2_000 }) as ReadableDb
}

/**
 * The same without a file beside the database, which reading would make and leave there: for a record that no process
 * has open, as is told by its log of writes being gone.
 */
export function openUntouched(file: string): ReadableDb {
  if (existsSync(`${file}-wal`)) return openForReading(file)
  const url = pathToFileURL(file)
  url.search = 'immutable=1&mode=ro'
  return new DatabaseSync(url, { readOnly: true }) as ReadableDb
}

/** [IN3] Begins to check the chains of an incident. */
export function checkChains(db: ReadableDb, incident: IncidentId): ChainCheck {
  let head: Incident | undefined
  const reader = new LogReader(db, { own: '', held: heldEvents(db, incident) }, ({ event }) => {
    if (reader.ordered) head = foldHead(head, [event])
  })

  function slice(limit: number): boolean {
    const rows = statement(db, 'SELECT * FROM event WHERE incident = ? AND seq > ? ORDER BY seq LIMIT ?').all(
      incident,
      reader.head.seq,
      limit,
    ) as unknown as readonly EventRow[]
    for (const row of rows) {
      reader.take(row)
      if (reader.damage !== null) return true
    }
    if (rows.length === limit) return false
    reader.finish()
    // Late events are folded where they belong, not where they came.
    if (!reader.ordered && reader.damage === null) head = foldHead(undefined, readLog(db, incident).events)
    return true
  }

  return {
    advance(limit) {
      try {
        return slice(limit)
      } catch {
        // Whatever stands in the way of reading it is what the place is named for.
        reader.found('unreadable')
        return true
      }
    },
    get damage() {
      return reader.damage
    },
    get incident() {
      return head
    },
  }
}
