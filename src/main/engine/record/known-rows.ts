import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from '../storage/database'
import { erasedBy } from '../storage/erasures'
import { findEvent } from '../storage/event-log'
import { heldEvents } from '../storage/held-events'
import type { LogReader } from '../storage/log-reader'
import type { RawRow } from '../storage/raw-row'
import { rawRows } from './raw-rows'

/** Which events of an incident are here, by origin, counter and hash; held ones too. */
export interface KnownRows {
  has(row: RawRow): boolean
  hashesAt(origin: string, counter: number): readonly string[]
  add(row: RawRow): void
  /** The body of an event that erases another one's. */
  noteErased(body: string): void
  isErased(id: string): boolean
}

/**
 * What the ends of a log and its index answer is not looked for in the whole of it: a late batch costs what it is long.
 * Only rows of envelope 1, copies of one folder that went on apart, held events and erased bodies need the whole.
 * @param log as it was read to its end, without damage
 * @throws on a failing disk
 */
export function openKnownRows(
  db: ReadableDb,
  incident: IncidentId,
  { plain, end }: Pick<LogReader, 'plain' | 'end'>,
): KnownRows {
  const added = new Map<string, RawRow>()
  const erased = new Set<string>()
  let whole: WholeLog | undefined
  const all = () => {
    if (whole !== undefined) return whole
    whole = readWhole(db, incident)
    for (const row of added.values()) whole.add(row)
    return whole
  }
  const ends = new Map([...end.tips].map(([origin, { counter, hash }]) => [origin, { counter, hash }]))
  const noteErased = (body: string) => {
    const id = erasedBy(body)
    if (id !== undefined) erased.add(id)
  }
  return {
    has(row) {
      // A hash of envelope 2 covers origin, counter and id.
      if (!plain || row.env === 1) return all().has(row)
      return added.has(row.hash) || findEvent(db, row.id)?.hash === row.hash
    },
    hashesAt(origin, counter) {
      const tip = ends.get(origin)
      if (whole !== undefined || !plain || (tip !== undefined && counter < tip.counter))
        return all().at(origin, counter)
      return tip?.counter === counter ? [tip.hash] : []
    },
    add(row) {
      whole?.add(row)
      added.set(row.hash, row)
      const { origin, counter, hash } = row
      if (counter > (ends.get(origin)?.counter ?? 0)) ends.set(origin, { counter, hash })
      if (row.kind === 'body-erased') noteErased(row.body)
    },
    noteErased,
    isErased: id => erased.has(id) || all().erased.has(id),
  }
}

interface WholeLog {
  readonly erased: ReadonlySet<string>
  has(row: RawRow): boolean
  at(origin: string, counter: number): readonly string[]
  add(row: RawRow): void
}

function readWhole(db: ReadableDb, incident: IncidentId): WholeLog {
  const hashes = new Map<string, string[]>()
  const erased = new Set<string>()
  const at = (origin: string, counter: number) => hashes.get(`${origin}:${counter}`) ?? []
  const add = ({ origin, counter, hash, kind, body }: RawRow) => {
    const there = at(origin, counter)
    if (!there.includes(hash)) hashes.set(`${origin}:${counter}`, [...there, hash])
    const id = kind === 'body-erased' ? erasedBy(body) : undefined
    if (id !== undefined) erased.add(id)
  }
  for (const row of rawRows(db, incident).rows) add(row)
  for (const { row } of heldEvents(db, incident)) add(row)
  return { erased, at, add, has: ({ origin, counter, hash }) => at(origin, counter).includes(hash) }
}
