import type { ReadableDb } from './database'
import { type EventRow, fitsChain } from './event-row'
import { CHAIN_START } from './hash-chain'
import type { RawRow } from './raw-row'
import { BEFORE_ALL, type HybridTime, tick } from './stamp'
import { statement } from './statements'

/** An event that another one may follow. */
export interface BranchPoint {
  readonly hash: string
  readonly time: HybridTime
}

type NamedRow = EventRow & { readonly origin: string; readonly counter: number }

/**
 * Which earlier event of its origin a row follows that does not follow the newest one: two copies of one folder may
 * have diverged, and both branches are stored. Undefined: none, so it does not belong here.
 * @param legacy the origin of the rows that an earlier version wrote here
 * @param held events of the incident that are held
 */
export function branchPoint(
  db: ReadableDb,
  row: NamedRow,
  legacy: string | null,
  held: readonly RawRow[],
): BranchPoint | undefined {
  if (row.counter === 1) return fitsChain(CHAIN_START, row) ? { hash: CHAIN_START, time: BEFORE_ALL } : undefined
  const found = [
    ...namedBefore(db, row),
    ...(row.origin === legacy ? legacyBefore(db, row) : []),
    ...held.filter(({ origin, counter }) => origin === row.origin && counter === row.counter - 1).map(pointOf),
  ]
  return found.find(({ hash }) => fitsChain(hash, row))
}

function namedBefore(db: ReadableDb, { incident, origin, counter, seq }: NamedRow): readonly BranchPoint[] {
  const rows = statement(
    db,
    'SELECT hash, hlcMs, hlcN, recordedAt FROM event WHERE incident = ? AND seq < ? AND origin = ? AND counter = ?',
  ).all(incident, seq, origin, counter - 1)
  return (rows as unknown as readonly Point[]).map(pointOf)
}

type Point = Pick<RawRow, 'hash' | 'hlcMs' | 'hlcN' | 'recordedAt'>

function pointOf({ hash, hlcMs, hlcN, recordedAt }: Point): BranchPoint {
  return { hash, time: { ms: hlcMs ?? recordedAt, n: hlcN ?? 0 } }
}

/** What an earlier version wrote here has no counters: they are its ranks. */
function legacyBefore(db: ReadableDb, { incident, counter }: NamedRow): readonly BranchPoint[] {
  const rows = statement(
    db,
    'SELECT hash, recordedAt FROM event WHERE incident = ? AND env = 1 AND origin IS NULL ORDER BY seq LIMIT ?',
  ).all(incident, counter - 1)
  if (rows.length < counter - 1) return []
  const time = rows.reduce((known, { recordedAt }) => tick(known, Number(recordedAt)), BEFORE_ALL)
  return [{ hash: String(rows.at(-1)?.hash), time }]
}
