import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import { unsynced, type WritableDb } from '../storage/database'
import { type SeenAlert, writeSeenAlerts } from '../storage/seen-alerts'

/** Writes what was seen to the disk in the background: in a storm sessions must not wait for it. */
export interface AlertWriter {
  /** Of one alert the last word before its turn counts. */
  keep(alert: SeenAlert): void
  /** Saved when all that was read is on disk: what it says of open alerts must not run ahead of them. */
  keepReading(connection: ConnectionId, readAt: Millis): void
  /** Resolves when all that was handed in is on disk, or the disk has refused it. */
  settled(): Promise<void>
  /** Writes the rest at once. */
  stop(): void
}

/** Alerts a transaction: many hold up everything else that is written. */
export const KEPT_AT_ONCE = 256

/**
 * Batches whose alerts are put in the order of their ids: neighbours in the index share its pages, of which a batch in
 * any order writes nearly as many as it has alerts. More would take longer to sort than a turn should.
 */
const SORTED_BATCHES = 16

export function openAlertWriter(db: WritableDb, logger: Logger, atOnce = KEPT_AT_ONCE): AlertWriter {
  const waiting = new Map<string, SeenAlert>()
  const readings = new Map<ConnectionId, Millis>()
  /** Ids of those that are written next. */
  let next: string[] = []
  let turn: NodeJS.Immediate | undefined
  let whenSettled: (() => void)[] = []

  function writeBatch(): boolean {
    if (next.length === 0) next = [...take(waiting.keys(), atOnce * SORTED_BATCHES)].sort()
    const batch = next.splice(0, atOnce).flatMap(id => waiting.get(id) ?? [])
    const isLast = waiting.size === batch.length
    try {
      // A storm has hundreds of batches, and a sync of each would delay everything else: that of the last covers all.
      if (isLast) writeSeenAlerts(db, batch, readings)
      else unsynced(db, () => writeSeenAlerts(db, batch))
      for (const { row } of batch) waiting.delete(row.id)
      if (isLast) readings.clear()
      return true
    } catch (cause) {
      // They stay in line: the next reading tries again.
      next = []
      logger.error('Alerts were not kept', { waiting: waiting.size, cause: String(cause) })
      return false
    }
  }

  /** One batch, then whatever else the engine has to do. */
  function work(): void {
    turn = undefined
    const written = writeBatch()
    if (written && waiting.size + readings.size > 0) wake()
    else tellSettled()
  }

  function tellSettled(): void {
    for (const tell of whenSettled) tell()
    whenSettled = []
  }

  function wake(): void {
    turn ??= setImmediate(work)
  }

  return {
    keep(alert) {
      waiting.set(alert.row.id, alert)
      wake()
    },
    keepReading(connection, readAt) {
      readings.set(connection, readAt)
      wake()
    },
    settled: () => (turn === undefined ? Promise.resolve() : new Promise(done => whenSettled.push(done))),
    stop() {
      clearImmediate(turn)
      turn = undefined
      let written = true
      while (written && waiting.size + readings.size > 0) written = writeBatch()
      tellSettled()
    },
  }
}

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let taken = 0
  for (const value of values) {
    if (taken === count) return
    taken += 1
    yield value
  }
}
