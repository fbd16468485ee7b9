import type { AlertRow } from '../../../shared/contract/alert-rows'
import { sameRow } from '../../../shared/contract/alert-rows'
import type { StormAlert } from '../../../shared/domain/alerts/facts'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'

/** What every connection had open when it was last read. */
export interface KnownAlerts {
  /** Takes all that a connection has open at `at`; returns only what is news: came, changed or cleared. */
  read(connection: ConnectionId, rows: readonly AlertRow[], at: Millis): readonly StormAlert<AlertRow>[]
  /** Takes what was open before a restart, so that what cleared meanwhile is noticed; it is news when it is read again. */
  remember(row: AlertRow): void
  /** As it was last read: what goes with a row may be newer than the row that was news. */
  newest(row: AlertRow): AlertRow
  /** How many a connection had open. */
  openAt(connection: ConnectionId): number
  /** Takes every connection that is not named here as read with nothing open. */
  keepOnly(connections: ReadonlySet<ConnectionId>, at: Millis): readonly StormAlert<AlertRow>[]
}

export function knownAlerts(): KnownAlerts {
  const known = new Map<ConnectionId, Map<string, AlertRow>>()
  const remembered = new Set<AlertRow>()

  function read(connection: ConnectionId, rows: readonly AlertRow[], at: Millis): readonly StormAlert<AlertRow>[] {
    const before = known.get(connection) ?? new Map<string, AlertRow>()
    const now = new Map<string, AlertRow>()
    for (const row of rows) now.set(row.id, row)
    known.set(connection, now)
    const news: StormAlert<AlertRow>[] = []
    for (const row of now.values()) {
      const old = before.get(row.id)
      if (old === undefined || remembered.has(old) || !sameRow(old, row)) news.push({ row, clearedAt: null })
    }
    for (const row of before.values()) remembered.delete(row)
    for (const row of before.values()) if (!now.has(row.id)) news.push({ row, clearedAt: at })
    return news
  }

  return {
    read,
    openAt: connection => known.get(connection)?.size ?? 0,
    newest: row => known.get(row.connection)?.get(row.id) ?? row,
    remember(row) {
      remembered.add(row)
      known.set(row.connection, (known.get(row.connection) ?? new Map()).set(row.id, row))
    },
    keepOnly(connections, at) {
      const gone = [...known.keys()].filter(connection => !connections.has(connection))
      const news = gone.flatMap(connection => read(connection, [], at))
      for (const connection of gone) known.delete(connection)
      return news
    },
  }
}
