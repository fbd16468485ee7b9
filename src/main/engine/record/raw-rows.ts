import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from '../storage/database'
import { readRows } from '../storage/event-log'
import { heldEvents } from '../storage/held-events'
import { LogReader } from '../storage/log-reader'
import type { RawRow } from '../storage/raw-row'

export interface RawRows {
  readonly rows: readonly RawRow[]
  readonly damage: LogDamage | null
}

/** Every event of an incident that is folded here, in the order in which they came, as it goes to other machines. */
export function rawRows(db: ReadableDb, incident: IncidentId): RawRows {
  const reader = new LogReader(db, { own: '', held: heldEvents(db, incident) }, () => undefined)
  const rows: RawRow[] = []
  for (const row of readRows(db, incident)) {
    const { origin, counter } = reader.take(row)
    const { seq: _, ...rest } = row
    rows.push({ ...rest, origin, counter })
  }
  reader.finish()
  return { rows, damage: reader.damage }
}

/** [RK8] All that there is of an incident, held events included, in one order: the same on every machine that has it. */
export function rowsToSend(db: ReadableDb, incident: IncidentId): RawRows {
  const { rows, damage } = rawRows(db, incident)
  const there = new Set(rows.map(({ hash }) => hash))
  const held = heldEvents(db, incident).flatMap(({ row }) => (there.has(row.hash) ? [] : [row]))
  return { rows: [...rows, ...held].sort(byChain), damage }
}

function byChain(a: RawRow, b: RawRow): number {
  return compare(a.origin, b.origin) || a.counter - b.counter || compare(a.hash, b.hash)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
