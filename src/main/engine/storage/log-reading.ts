import type { DamageKind, LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId, Seq } from '../../../shared/domain/ids'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { ReadableDb } from './database'
import { type EventRow, eventOf, strictEventOf } from './event-row'
import { CHAIN_START, chainHash } from './hash-chain'
import { statement } from './statements'

/** How far an incident's log reaches: its count of events, and place and hash of the last. */
export interface LogHead {
  readonly count: number
  readonly seq: Seq
  readonly hash: string
}

export const NO_HEAD: LogHead = { count: 0, seq: 0, hash: CHAIN_START }

/** An incident's log as it lies on the disk, each event checked against the hash chain while it was read. */
export interface LogReading {
  readonly events: readonly IncidentEvent[]
  readonly head: LogHead
  readonly damage: LogDamage | null
  /** Places of events that were left out, because not even their shape can be trusted. */
  readonly skipped: ReadonlySet<Seq>
}

/** Reads rows on and on and keeps account of what they prove; never throws over what a row holds. */
class Reader {
  readonly events: IncidentEvent[] = []
  readonly skipped = new Set<Seq>()
  head = NO_HEAD
  damage: LogDamage | null = null
  #provenUntil: number | null = null

  take(row: EventRow): void {
    const fits = chainHash(this.head.hash, row) === row.hash
    if (!fits) this.found('altered')
    this.head = { count: this.head.count + 1, seq: row.seq, hash: row.hash }
    this.#keep(row)
    if (this.damage === null) this.#provenUntil = row.recordedAt
  }

  /** A place that could not be read at all. */
  miss(seq: Seq): void {
    this.found('unreadable')
    this.skipped.add(seq)
    this.head = { ...this.head, count: this.head.count + 1, seq }
  }

  found(what: DamageKind): void {
    this.damage ??= { what, place: this.head.count + 1, missing: 0, provenUntil: this.#provenUntil }
  }

  /** What the chain proves we wrote ourselves; of the rest each event is read as if it came from outside. */
  #keep(row: EventRow): void {
    try {
      this.events.push(this.damage === null ? eventOf(row) : strictEventOf(row))
    } catch {
      // What cannot be understood is named as damage at its place, which is all that can be said of it.
      if (this.damage === null)
        this.damage = { what: 'unreadable', place: this.head.count, missing: 0, provenUntil: this.#provenUntil }
      this.skipped.add(row.seq)
    }
  }
}

/** [IN2] Reads an incident's whole log. @throws only where not even the index of the log can be read */
export function readLog(db: ReadableDb, incident: IncidentId): LogReading {
  const reader = new Reader()
  try {
    const rows = statement(db, 'SELECT * FROM event WHERE incident = ? ORDER BY seq').iterate(incident)
    for (const row of rows as unknown as Iterable<EventRow>) reader.take(row)
  } catch {
    readOneByOne(db, incident, reader)
  }
  return reader
}

/** Past a broken place of the file: the index still tells which events there are. */
function readOneByOne(db: ReadableDb, incident: IncidentId, reader: Reader): void {
  const places = statement(db, 'SELECT seq FROM event WHERE incident = ? AND seq > ? ORDER BY seq').all(
    incident,
    reader.head.seq,
  )
  for (const { seq } of places) {
    const row = oneRow(db, Number(seq))
    if (row === undefined) reader.miss(Number(seq))
    else reader.take(row)
  }
}

function oneRow(db: ReadableDb, seq: Seq): EventRow | undefined {
  try {
    return statement(db, 'SELECT * FROM event WHERE seq = ?').get(seq) as unknown as EventRow | undefined
  } catch {
    // The caller names the place as unreadable.
    return undefined
  }
}
