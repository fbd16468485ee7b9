import type { AlertRow } from '../../../shared/contract/alert-rows'
import { sameRow } from '../../../shared/contract/alert-rows'
import type { StormAlert } from '../../../shared/domain/alerts/facts'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'

/** What every connection had open when it was last read. */
export interface OpenByConnection {
  /**
   * Takes all that a connection has open at `at`; yields only what is news (came, changed or cleared), a slice of the
   * rows at a time. The connection is known as it was read before until the last of it was taken.
   */
  read(
    connection: ConnectionId,
    rows: readonly AlertRow[],
    at: Millis,
  ): Generator<readonly StormAlert<AlertRow>[], void>
  /** Takes what was open before a restart, so that what cleared meanwhile is noticed; it is news when it is read again. */
  remember(row: AlertRow): void
  /** As it was last read: what goes with a row may be newer than the row that was news. */
  newest(row: AlertRow): AlertRow
  /** How many a connection had open. */
  openAt(connection: ConnectionId): number
  /** Those that are known and not named here. */
  others(connections: ReadonlySet<ConnectionId>): readonly ConnectionId[]
  /** Forgets a connection of which nothing is open any more. */
  forget(connection: ConnectionId): void
}

/** Alerts that are taken in one slice: some milliseconds of work. */
export const SLICE = 1_000

export function openByConnection(): OpenByConnection {
  const known = new Map<ConnectionId, Map<string, AlertRow>>()
  const remembered = new Set<AlertRow>()

  function* read(
    connection: ConnectionId,
    rows: readonly AlertRow[],
    at: Millis,
  ): Generator<readonly StormAlert<AlertRow>[], void> {
    const before = known.get(connection) ?? new Map<string, AlertRow>()
    const now = new Map<string, AlertRow>()
    let news: StormAlert<AlertRow>[] = []
    let looked = 0
    for (const row of rows) {
      // Of an id that comes twice the last counts, in whatever slices they are.
      const old = now.get(row.id) ?? before.get(row.id)
      now.set(row.id, row)
      if (old === undefined || remembered.has(old) || !sameRow(old, row)) news.push({ row, clearedAt: null })
      looked += 1
      if (looked % SLICE > 0) continue
      yield news
      news = []
    }
    known.set(connection, now)
    for (const row of before.values()) {
      remembered.delete(row)
      if (!now.has(row.id)) news.push({ row, clearedAt: at })
      if (news.length < SLICE) continue
      yield news
      news = []
    }
    if (news.length > 0) yield news
  }

  return {
    read,
    openAt: connection => known.get(connection)?.size ?? 0,
    newest: row => known.get(row.connection)?.get(row.id) ?? row,
    remember(row) {
      remembered.add(row)
      known.set(row.connection, (known.get(row.connection) ?? new Map()).set(row.id, row))
    },
    others: connections => [...known.keys()].filter(connection => !connections.has(connection)),
    forget: connection => void known.delete(connection),
  }
}
