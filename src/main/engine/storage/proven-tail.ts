import type { IncidentId, Seq } from '../../../shared/domain/ids'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { ReadableDb } from './database'
import { peopleNamedIn } from './event-log'
import { type EventRow, eventOf, fitsChain, isErased } from './event-row'
import { heldEvents } from './held-events'
import { statement } from './statements'

/** The newest events of a log, each proven by the chain from the one before it. */
export interface ProvenTail {
  readonly events: readonly IncidentEvent[]
  readonly seq: Seq
}

/**
 * [IN12] The events of a log after a place, without reading what is before it: a page that comes back after a crash
 * shows its newest lines while the rest of a long log is still on the disk. Undefined: what to show is known only after
 * reading all of the log, because several machines wrote it, something of it was erased or is held, or its tail does
 * not fit.
 * @param limit how many events it may be
 */
export function provenTail(db: ReadableDb, incident: IncidentId, after: Seq, limit: number): ProvenTail | undefined {
  try {
    const rows = tailRows(db, incident, after, limit + 1)
    const last = rows.at(-1)
    if (last === undefined || rows.length > limit || !followEachOther(db, incident, rows)) return undefined
    if (!isPlain(db, incident)) return undefined
    const people = peopleNamedIn(db, incident)
    return { events: rows.map(row => eventOf(row, people)), seq: last.seq }
  } catch {
    // A broken page: reading the whole log names the place.
    return undefined
  }
}

function tailRows(db: ReadableDb, incident: IncidentId, after: Seq, limit: number): readonly EventRow[] {
  const sql = 'SELECT * FROM event WHERE incident = ? AND seq > ? ORDER BY seq LIMIT ?'
  return statement(db, sql).all(incident, after, limit) as unknown as readonly EventRow[]
}

function followEachOther(db: ReadableDb, incident: IncidentId, rows: readonly EventRow[]): boolean {
  const [first] = rows
  const sql = 'SELECT counter, hash FROM event WHERE incident = ? AND seq < ? ORDER BY seq DESC LIMIT 1'
  const before = first && statement(db, sql).get(incident, first.seq)
  if (before === undefined) return false
  let tip = { counter: Number(before.counter), hash: String(before.hash) }
  return rows.every(row => {
    const follows = row.counter === tip.counter + 1 && fitsChain(tip.hash, row) && !isErased(row)
    tip = { counter: tip.counter + 1, hash: row.hash }
    return follows
  })
}

/** Whether one origin wrote all of it, in our envelope, and nothing of it was erased or is held. */
function isPlain(db: ReadableDb, incident: IncidentId): boolean {
  const sql = `SELECT count(DISTINCT coalesce(origin, '')) AS origins, min(env) AS env,
      max(kind = 'body-erased') AS erased FROM event WHERE incident = ?`
  const log = statement(db, sql).get(incident)
  const alone = Number(log?.origins) === 1 && Number(log?.env) === 2 && Number(log?.erased) === 0
  return alone && heldEvents(db, incident).length === 0
}
