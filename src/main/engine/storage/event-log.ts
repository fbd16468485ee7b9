import type { EventId, IncidentId, RequestId, Seq } from '../../../shared/domain/ids'
import type { EventDraft } from '../../../shared/events/define'
import { definitionOf, type IncidentEvent, isEventKind } from '../../../shared/events/registry'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { type EventRow, eventOf } from './event-row'
import { CHAIN_START, type ChainedFields, chainHash } from './hash-chain'
import { statement } from './statements'

export interface Append {
  readonly incident: IncidentId
  readonly drafts: readonly EventDraft[]
  /** Ids of the events are derived from it: appending one request twice is refused by the unique index. */
  readonly request: RequestId
  readonly now: Millis
}

/**
 * Appends events in their order; call it inside a transaction, which is what makes them durable.
 * @throws on an unknown kind, a body that its own kind refuses, a request that was appended before, or a failing disk
 */
export function appendEvents(db: WritableDb, append: Append): readonly IncidentEvent[] {
  let previous = lastHash(db, append.incident)
  return append.drafts.map((draft, ordinal) => {
    const row = rowOf(draft, append, ordinal)
    const hash = chainHash(previous, row)
    previous = hash
    const { lastInsertRowid } = statement(
      db,
      'INSERT INTO event (id, incident, kind, version, at, recordedAt, by, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(row.id, row.incident, row.kind, row.version, row.at, row.recordedAt, row.by, row.body, hash)
    return eventOf({ ...row, seq: Number(lastInsertRowid), hash })
  })
}

function rowOf(draft: EventDraft, append: Append, ordinal: number): ChainedFields {
  if (!isEventKind(draft.kind)) throw new Error(`Unknown kind of event: ${draft.kind}`)
  const { version, body } = definitionOf(draft.kind)
  return {
    id: `${append.request}.${ordinal}`,
    incident: append.incident,
    kind: draft.kind,
    version,
    at: draft.at,
    recordedAt: append.now,
    by: JSON.stringify(draft.by),
    body: JSON.stringify(body.parse(draft.body)),
  }
}

function lastHash(db: ReadableDb, incident: IncidentId): string {
  const row = statement(db, 'SELECT hash FROM event WHERE incident = ? ORDER BY seq DESC LIMIT 1').get(incident)
  return row === undefined ? CHAIN_START : String(row.hash)
}

/** At most `limit` events of an incident after a place, oldest first. @throws on a row that this version cannot read */
export function eventsAfter(db: ReadableDb, incident: IncidentId, after: Seq, limit: number): readonly IncidentEvent[] {
  const rows = statement(db, 'SELECT * FROM event WHERE incident = ? AND seq > ? ORDER BY seq LIMIT ?').all(
    incident,
    after,
    limit,
  ) as unknown as readonly EventRow[]
  return rows.map(eventOf)
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
