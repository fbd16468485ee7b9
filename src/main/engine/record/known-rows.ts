import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from '../storage/database'
import { heldEvents } from '../storage/held-events'
import type { RawRow } from '../storage/raw-row'
import { rawRows } from './raw-rows'

/** Which events of an incident are here, by origin, counter and hash; held ones too. */
export interface KnownRows {
  has(row: Pick<RawRow, 'origin' | 'counter' | 'hash'>): boolean
  hashesAt(origin: string, counter: number): readonly string[]
  add(row: RawRow): void
  /** The body of an event that erases another one's. */
  noteErased(body: string): void
  isErased(id: string): boolean
}

/** Undefined where what is here is damaged: nothing is added to that. @throws on a failing disk */
export function readKnownRows(db: ReadableDb, incident: IncidentId): KnownRows | undefined {
  const hashes = new Map<string, string[]>()
  const erased = new Set<string>()
  const key = (origin: string, counter: number) => `${origin}:${counter}`
  const known: KnownRows = {
    has: ({ origin, counter, hash }) => hashes.get(key(origin, counter))?.includes(hash) ?? false,
    hashesAt: (origin, counter) => hashes.get(key(origin, counter)) ?? [],
    add({ origin, counter, hash, kind, body }) {
      const there = hashes.get(key(origin, counter))
      if (there === undefined) hashes.set(key(origin, counter), [hash])
      else there.push(hash)
      if (kind === 'body-erased') known.noteErased(body)
    },
    noteErased(body) {
      const id = erasedBy(body)
      if (id !== undefined) erased.add(id)
    },
    isErased: id => erased.has(id),
  }
  const { rows, damage } = rawRows(db, incident)
  if (damage !== null) return undefined
  for (const row of rows) known.add(row)
  for (const { row } of heldEvents(db, incident)) if (!known.has(row)) known.add(row)
  return known
}

function erasedBy(body: string): string | undefined {
  try {
    const { event } = JSON.parse(body) as { readonly event?: unknown }
    return typeof event === 'string' ? event : undefined
  } catch {
    // No JSON: it erases nothing.
    return undefined
  }
}
