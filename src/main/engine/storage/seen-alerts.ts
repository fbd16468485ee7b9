import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { inTransaction, type ReadableDb, type WritableDb } from './database'
import { statement } from './statements'

/** An alert as the record stores it, also after its source has forgotten it. Instants are on the engine's clock. */
export interface SeenAlert {
  readonly row: AlertRow
  readonly firstSeen: Millis
  /** When it was last read; of an open one its connection's last reading is newer. */
  readonly lastSeen: Millis
  readonly clearedAt: Millis | null
  /** Id of the noise rule under which it was when this was written. */
  readonly hiddenBy: string | null
}

/**
 * Writes one batch in one transaction. What was first seen earlier stays first seen then.
 * @param readings when connections were last read to the end, which is so once this batch is there
 * @throws on a failing disk
 */
export function writeSeenAlerts(
  db: WritableDb,
  batch: readonly SeenAlert[],
  readings: Iterable<readonly [ConnectionId, Millis]> = [],
): void {
  const write = statement(
    db,
    `INSERT INTO seenAlert (id, connection, row, firstSeen, lastSeen, clearedAt, hiddenBy) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET row = excluded.row, firstSeen = min(firstSeen, excluded.firstSeen),
     lastSeen = excluded.lastSeen, clearedAt = excluded.clearedAt, hiddenBy = excluded.hiddenBy`,
  )
  inTransaction(db, () => {
    for (const { row, firstSeen, lastSeen, clearedAt, hiddenBy } of batch) {
      write.run(row.id, row.connection, JSON.stringify(row), firstSeen, lastSeen, clearedAt, hiddenBy)
    }
    for (const [connection, readAt] of readings) writeReading(db, connection, readAt)
  })
}

/** Alerts that were open, or cleared after an instant, when last written. */
export function seenSince(db: ReadableDb, cleared: Millis): readonly SeenAlert[] {
  const rows = statement(
    db,
    `SELECT row, firstSeen, max(lastSeen, coalesce(readAt, 0)) AS lastSeen, clearedAt, hiddenBy
     FROM seenAlert LEFT JOIN alertReading USING (connection) WHERE clearedAt IS NULL
     UNION ALL SELECT row, firstSeen, lastSeen, clearedAt, hiddenBy FROM seenAlert WHERE clearedAt > ?`,
  ).all(cleared)
  return rows.map(({ row, ...seen }) => ({ ...seen, row: JSON.parse(String(row)) }) as unknown as SeenAlert)
}

/** When the last alert of a service, or a PagerDuty incident, cleared. */
export interface LastCleared {
  /** `connection/externalId` of a PagerDuty incident; null: it is an alert. */
  readonly page: string | null
  readonly service: string | null
  readonly clearedAt: Millis
}

/** Of alerts that cleared after an instant, also those that nobody lists any more. */
export function lastClearedSince(db: ReadableDb, instant: Millis): readonly LastCleared[] {
  const rows = statement(
    db,
    `SELECT CASE json_extract(row, '$.origin') WHEN 'page' THEN id END AS page, json_extract(row, '$.service') AS service,
     max(clearedAt) AS clearedAt FROM seenAlert WHERE clearedAt > ? GROUP BY 1, 2`,
  ).all(instant)
  return rows as unknown as readonly LastCleared[]
}

export function forgetClearedBefore(db: WritableDb, instant: Millis): void {
  statement(db, 'DELETE FROM seenAlert WHERE clearedAt < ?').run(instant)
}

/** Saves when a connection was last read to the end. */
function writeReading(db: WritableDb, connection: ConnectionId, readAt: Millis): void {
  statement(
    db,
    'INSERT INTO alertReading (connection, readAt) VALUES (?, ?) ON CONFLICT DO UPDATE SET readAt = excluded.readAt',
  ).run(connection, readAt)
}
