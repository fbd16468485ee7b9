import * as z from 'zod/mini'
import type { RecordProblem } from '../../../shared/contract/record-problems'
import type { HeldCount } from '../../../shared/domain/held'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Ledger } from '../record/ledger'
import type { ReadableDb } from '../storage/database'
import { type HeldEvent, heldEvents, incidentsWithHeld } from '../storage/held-events'
import type { NamedPeople } from '../storage/named-people'
import { namedIn } from '../storage/people'

type HeldProblem = Extract<RecordProblem, { readonly kind: 'held' }>

/** Maximum of names and lines listed for one group: the first of thousands of events show who wrote them. */
const MOST_NAMES = 10
const MOST_LINES = 20

const person = z.object({ kind: z.literal('person'), responder: z.object({ name: z.string() }) })

/** [RK10] What is held, by incident, machine and reason. */
export function heldProblems(db: ReadableDb, { summaries }: Pick<Ledger, 'summaries'>): readonly HeldProblem[] {
  const titles = new Map(summaries().map(({ id, title }) => [id, title]))
  return whatCanBeRead(() => incidentsWithHeld(db)).flatMap(incident =>
    groups(db, incident).map(({ events, people }) => ({
      ...({ kind: 'held', incident, title: titles.get(incident) ?? null } as const),
      ...countOf(events, people),
      lines: events.slice(0, MOST_LINES).map(({ row }) => ({ at: row.at, text: row.summary || row.kind })),
    })),
  )
}

/** [RK10] The same of one incident, without its lines: for a handoff. */
export function heldCounts(db: ReadableDb, incident: IncidentId): readonly HeldCount[] {
  return groups(db, incident).map(({ events, people }) => countOf(events, people))
}

/** Where their table is broken, what follows them in its chain is named as damage. */
function whatCanBeRead<Item>(read: () => readonly Item[]): readonly Item[] {
  try {
    return read()
  } catch {
    return []
  }
}

interface HeldGroup {
  readonly events: readonly HeldEvent[]
  readonly people: NamedPeople
}

function groups(db: ReadableDb, incident: IncidentId): readonly HeldGroup[] {
  const held = whatCanBeRead(() => heldEvents(db, incident))
  const people = namedIn(
    db,
    incident,
    held.map(({ row }) => row),
  )
  // A name is no fact of its own: it is listed as the writer of the others.
  const facts = held.filter(({ row }) => row.kind !== 'person-named')
  return [...Map.groupBy(facts, ({ row, reason }) => `${row.origin} ${reason}`).values()].map(events => ({
    events,
    people,
  }))
}

function countOf(events: readonly HeldEvent[], people: NamedPeople): HeldCount {
  const [first] = events
  const names = new Set(events.flatMap(({ row }) => nameIn(row.by, people)))
  return {
    reason: first?.reason ?? 'unparseable',
    who: [...names].slice(0, MOST_NAMES).map(name => name.slice(0, 300)),
    machine: (first?.row.origin ?? '').slice(0, 8),
    count: events.length,
  }
}

/** Anybody may have written it. */
function nameIn(by: string, people: NamedPeople): readonly string[] {
  try {
    const parsed = person.safeParse(people.actorOf(by))
    return parsed.success && parsed.data.responder.name !== '' ? [parsed.data.responder.name] : []
  } catch {
    // No JSON: it says nobody.
    return []
  }
}
