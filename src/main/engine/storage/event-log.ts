import type { EventId, IncidentId, RequestId, Seq } from '../../../shared/domain/ids'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { ReadableDb, WritableDb } from './database'
import { type EventRow, eventOf, isErased } from './event-row'
import type { StreamEnd } from './log-reader'
import { NamedPeople } from './named-people'
import { statement } from './statements'

/**
 * Writes one row and returns its place; call it in a transaction. @throws if its id exists already, or on a failing
 * disk
 */
export function insertEvent(db: WritableDb, row: Omit<EventRow, 'seq'>): Seq {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO event (id, incident, kind, version, at, recordedAt, by, body, hash,
       env, origin, counter, hlcMs, hlcN, seen, effect, bodyHash, salt, summary)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.id, row.incident, row.kind, row.version, row.at, row.recordedAt, row.by, row.body, row.hash],
    ...[row.env, row.origin, row.counter, row.hlcMs, row.hlcN, row.seen],
    ...[row.effect, row.bodyHash, row.salt, row.summary],
  )
  return Number(lastInsertRowid)
}

/**
 * At most `limit` events of an incident after a place, in the order in which they came here. @throws on JSON that is none
 * @param from what the incident's log says of names, and of what was erased
 */
export function eventsAfter(
  db: ReadableDb,
  incident: IncidentId,
  after: Seq,
  limit: number,
  from: Pick<StreamEnd, 'people' | 'erasures'>,
): readonly IncidentEvent[] {
  const events: IncidentEvent[] = []
  const rows = statement(db, 'SELECT * FROM event WHERE incident = ? AND seq > ? ORDER BY seq').iterate(incident, after)
  for (const row of rows as unknown as Iterable<EventRow>) {
    events.push(isErased(row) ? from.erasures.eventOf(row, from.people) : eventOf(row, from.people))
    if (events.length >= limit) break
  }
  return events
}

/** Names that an incident's log gives to people, without those that were erased. @throws on JSON that is none */
export function peopleNamedIn(db: ReadableDb, incident: IncidentId): NamedPeople {
  const sql = "SELECT body FROM event WHERE incident = ? AND kind = 'person-named' AND body <> '' ORDER BY seq"
  const people = new NamedPeople()
  for (const { body } of statement(db, sql).iterate(incident)) people.note(String(body))
  return people
}

/** Every row of an incident, in the order in which they came here. */
export function readRows(db: ReadableDb, incident: IncidentId): Iterable<EventRow> {
  const rows = statement(db, 'SELECT * FROM event WHERE incident = ? ORDER BY seq').all(incident)
  return rows as unknown as Iterable<EventRow>
}

/** The event of an id, of whatever incident. */
export function findEvent(db: ReadableDb, id: string): EventRow | undefined {
  return statement(db, 'SELECT * FROM event WHERE id = ?').get(id) as unknown as EventRow | undefined
}

/** Place of the newest event of an incident, or 0. */
export function lastSeq(db: ReadableDb, incident: IncidentId): Seq {
  const row = statement(db, 'SELECT max(seq) AS seq FROM event WHERE incident = ?').get(incident)
  return Number(row?.seq ?? 0)
}

/** The request that made an event: ids are `request.ordinal`. */
export function requestOf(id: EventId): RequestId {
  return id.slice(0, id.lastIndexOf('.')) as RequestId
}
