import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId, Seq } from '../../../shared/domain/ids'
import { compareOrder } from '../../../shared/events/order'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { ReadableDb } from './database'
import type { EventRow } from './event-row'
import { type HeldEvent, heldEvents } from './held-events'
import { type LogHead, LogReader, type PlacedEvent, type StreamEnd, seenOf, type UnknownEvent } from './log-reader'
import type { NamedPeople } from './named-people'
import { statement } from './statements'

/** An incident's log as it lies on the disk, each event checked against the chain of its origin while it was read. */
export interface LogReading {
  /** In the order in which every machine folds; where several wrote at the same time, each with its stamp. */
  readonly events: readonly IncidentEvent[]
  /** In the order in which they came here. */
  readonly arrived: readonly IncidentEvent[]
  readonly head: LogHead
  /** Place of the newest event that is folded; 0: there is none. */
  readonly seq: Seq
  readonly end: StreamEnd
  readonly damage: LogDamage | null
  /** Places of events that were left out, because not even their shape can be trusted. */
  readonly skipped: ReadonlySet<Seq>
  readonly unknown: readonly UnknownEvent[]
}

/** Where a log was read to, to be read on as more of it comes. */
export interface LogTail {
  readonly reader: LogReader
  /** The events that came since, in the order in which they came. @throws on a failing disk */
  readOn(): readonly IncidentEvent[]
}

/**
 * [IN2] Reads an incident's whole log. @throws only where not even the index of the log can be read
 * @param own the origin that writes here now
 */
export function readLog(db: ReadableDb, incident: IncidentId, own = ''): LogReading {
  return openLog(db, incident, own).reading
}

export interface OpenedLog {
  readonly reading: LogReading
  readonly tail: LogTail
}

/** The same, to be read on. @throws as `readLog` */
export function openLog(db: ReadableDb, incident: IncidentId, own: string): OpenedLog {
  let placed: PlacedEvent[] = []
  const reader = new LogReader(db, { own, held: heldOf(db, incident) }, one => placed.push(one))
  const taken = () => {
    const some = placed
    placed = []
    return some
  }
  takeAll(db, incident, reader)
  const reading = readingOf(reader, named(arrivedFrom(taken(), reader), reader.people))
  reader.people.told()
  const readOn = () => {
    reader.holds(heldEvents(db, incident))
    for (const row of rowsAfter(db, incident, reader.head.seq)) reader.take(row)
    reader.finish()
    const some = named(arrivedFrom(taken(), reader), reader.people)
    return reader.merged ? some.map(stamped) : some.map(({ event }) => event)
  }
  return { reading, tail: { reader, readOn } }
}

function rowsAfter(db: ReadableDb, incident: IncidentId, after: Seq): Iterable<EventRow> {
  const sql = 'SELECT * FROM event WHERE incident = ? AND seq > ? ORDER BY seq'
  return statement(db, sql).iterate(incident, after) as unknown as Iterable<EventRow>
}

function readingOf(reader: LogReader, placed: readonly PlacedEvent[]): LogReading {
  const { head, end, damage, skipped, unknown, merged } = reader
  const arrived = placed.map(({ event }) => event)
  const seq = arrived.at(-1)?.seq ?? 0
  return { events: merged ? inOrder(placed) : arrived, arrived, head, seq, end, damage, skipped, unknown }
}

/** [ER1] The replacement of an erased body came after it: their places say where they came. */
function arrivedFrom(placed: readonly PlacedEvent[], { keptLate }: LogReader): readonly PlacedEvent[] {
  return keptLate ? placed.toSorted((a, b) => a.event.seq - b.event.seq) : placed
}

/** [NP1] Names may come behind the events that they are for. */
function named(placed: readonly PlacedEvent[], people: NamedPeople): readonly PlacedEvent[] {
  return people.outdated ? placed.map(one => namedAgain(one, people)) : placed
}

function namedAgain(placed: PlacedEvent, people: NamedPeople): PlacedEvent {
  const { event } = placed
  const by = people.again(event.by)
  return by === event.by ? placed : { ...placed, event: { ...event, by } }
}

/**
 * Hands a reader all of an incident's rows. @throws only where not even the index of the log can be read
 * @param enough asked before each row: true ends it there, and what the reader holds then says nothing of the rest
 */
export function takeAll(db: ReadableDb, incident: IncidentId, reader: LogReader, enough = () => false): void {
  try {
    for (const row of rowsAfter(db, incident, 0)) {
      if (enough()) return
      reader.take(row)
    }
  } catch {
    readOneByOne(db, incident, reader, enough)
  }
  reader.finish()
}

/** Held events are no reason to show nothing where their table is broken: what follows them is named as damage then. */
export function heldOf(db: ReadableDb, incident: IncidentId): readonly HeldEvent[] {
  try {
    return heldEvents(db, incident)
  } catch {
    return []
  }
}

function inOrder(placed: readonly PlacedEvent[]): readonly IncidentEvent[] {
  return placed.toSorted((a, b) => compareOrder(a.key, b.key)).map(stamped)
}

/** [RK3] If several machines wrote at the same time, each event says what its writer had seen. */
function stamped({ event, key, seen }: PlacedEvent): IncidentEvent {
  const { ms, n, origin, counter } = key
  return { ...event, stamp: { ms, n, origin, counter, seen: seenOf(seen) } }
}

/** After a broken place of the file: the index still lists which events there are. */
function readOneByOne(db: ReadableDb, incident: IncidentId, reader: LogReader, enough: () => boolean): void {
  const places = statement(db, 'SELECT seq FROM event WHERE incident = ? AND seq > ? ORDER BY seq').all(
    incident,
    reader.head.seq,
  )
  for (const { seq } of places) {
    if (enough()) return
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
