import type { IncidentId } from '../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { inTransaction, NotStored } from '../storage/database'
import type { Store } from '../storage/store'
import { writeSummary } from '../storage/summaries'
import { takeTelemetry } from '../storage/take-telemetry'
import { type Append, appendEvents } from './append'
import { dropErased } from './erase'
import { admitAhead, type ImportBatch, type Imported, type ImportRefusal, importRows } from './import'
import { type GrownLog, growLog, type LiveLog } from './live-log'
import { summaryOf } from './summary'

export interface Merged {
  readonly imported: Imported
  /** Absent: nothing of it was new, or nothing that was taken is folded. */
  readonly grown?: GrownLog
}

type Records = Pick<Store, 'db' | 'origin'>

/** Rolls a transaction back, and says why. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: ImportRefusal

  constructor(refusal: ImportRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * [RK9] Takes a batch and folds what it changes, all in one transaction, or nothing of it. A log that was read on
 * before the batch was refused, or before the disk failed, is not what is on the disk: the caller reads it again.
 * @throws on a failing disk
 */
export function mergeBatch(
  store: Records,
  batch: ImportBatch,
  log: LiveLog,
  at: { readonly now: Millis; readonly systemNow: Millis },
): Reply<Merged, ImportRefusal> {
  return growing(store, batch.incident, log, () => {
    const imported = importRows(store.db, batch, at, log.tail.reader)
    if (!imported.ok) throw new Refused(imported.fault)
    takeTelemetry(store.db, batch.incident, batch.telemetry ?? [])
    return imported.value
  })
}

/** [RK10] The same with what is held of an incident because it is far ahead. @throws on a failing disk */
export function mergeAhead(store: Records, incident: IncidentId, log: LiveLog): Reply<Merged, ImportRefusal> {
  return growing(store, incident, log, () => admitAhead(store.db, incident))
}

/**
 * [ER1] Writes events that erase others, drops what they erase and folds the incident again, all in one transaction.
 * @throws on a failing disk
 */
export function writeErasing(store: Records, append: Append, log: LiveLog): Reply<Merged, ImportRefusal> {
  return growing(store, append.incident, log, () => {
    const { events } = appendEvents(store.db, append, log.tail.reader.end)
    dropErased(store.db, append.incident)
    return { added: events.length, known: 0, held: 0, forked: 0 }
  })
}

function growing(
  { db, origin }: Records,
  incident: IncidentId,
  log: LiveLog,
  take: () => Imported,
): Reply<Merged, ImportRefusal> {
  try {
    return ok(
      inTransaction(db, () => {
        const imported = take()
        if (log.record !== null && imported.added + imported.held === 0) return { imported }
        const grown = checked(growLog(db, incident, log, origin.id), log)
        if (imported.added > 0) writeSummary(db, summaryOf(grown.log.record.incident))
        return { imported, grown }
      }),
    )
  } catch (cause) {
    if (cause instanceof NotStored && cause.cause instanceof Refused) return fail(cause.cause.refusal)
    throw cause
  }
}

function checked(grown: GrownLog | undefined, { tail, record }: LiveLog): GrownLog {
  if (tail.reader.damage !== null) throw new Refused({ code: 'altered', at: 0 })
  const first = grown?.log.merged?.events[0] ?? (record === null ? grown?.fresh[0] : undefined)
  if (grown === undefined || (first !== undefined && first.kind !== 'incident-declared'))
    throw new Refused({ code: 'no-beginning', at: 0 })
  return grown
}
