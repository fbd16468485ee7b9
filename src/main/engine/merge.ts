import type { IncidentId } from '../../shared/domain/ids'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import type { Millis } from '../../shared/lib/time'
import { type OwnedRecord, openLiveRecord } from './live-record'
import { admitAhead, type ImportBatch, type Imported, type ImportRefusal, importRows } from './record/import'
import { inTransaction, NotStored } from './storage/database'
import { type LogReading, readLog } from './storage/log-reading'
import type { Store } from './storage/store'
import { writeSummary } from './storage/summaries'
import { summaryOf } from './summary'

export interface Merged {
  readonly imported: Imported
  readonly reading: LogReading
  readonly record: OwnedRecord
}

/** Rolls a transaction back, and says why. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: ImportRefusal

  constructor(refusal: ImportRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** [RK9] Takes a batch and folds the incident anew, all in one transaction, or nothing of it. @throws on a failing disk */
export function mergeBatch(
  store: Pick<Store, 'db' | 'origin'>,
  batch: ImportBatch,
  at: { readonly now: Millis; readonly systemNow: Millis },
): Reply<Merged, ImportRefusal> {
  return foldAnew(store, batch.incident, () => {
    const imported = importRows(store.db, batch, at)
    if (!imported.ok) throw new Refused(imported.fault)
    return imported.value
  })
}

/** [RK10] The same with what is held of an incident because it is far ahead. @throws on a failing disk */
export function mergeAhead(store: Pick<Store, 'db' | 'origin'>, incident: IncidentId): Reply<Merged, ImportRefusal> {
  return foldAnew(store, incident, () => admitAhead(store.db, incident))
}

function foldAnew(
  { db, origin }: Pick<Store, 'db' | 'origin'>,
  incident: IncidentId,
  take: () => Imported,
): Reply<Merged, ImportRefusal> {
  try {
    return ok(
      inTransaction(db, () => {
        const imported = take()
        const reading = readLog(db, incident, origin.id)
        const record = folded(reading)
        if (imported.added > 0) writeSummary(db, summaryOf(record.incident))
        return { imported, reading, record }
      }),
    )
  } catch (cause) {
    if (cause instanceof NotStored && cause.cause instanceof Refused) return fail(cause.cause.refusal)
    throw cause
  }
}

function folded({ events, seq, damage }: LogReading): OwnedRecord {
  if (damage !== null) throw new Refused({ code: 'altered', at: 0 })
  if (events[0]?.kind !== 'incident-declared') throw new Refused({ code: 'no-beginning', at: 0 })
  return openLiveRecord(events, seq)
}
