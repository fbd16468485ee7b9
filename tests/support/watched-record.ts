import { onTestFinished } from 'vitest'
import { openDamages } from '../../src/main/engine/integrity/damages'
import { type RecordWatch, watchRecord } from '../../src/main/engine/integrity/record-watch'
import type { WorkerEntry } from '../../src/main/engine/ports'
import { type Ledger, openLedger } from '../../src/main/engine/record/ledger'
import { openStore, type Store } from '../../src/main/engine/storage/store'
import { openWorkers } from '../../src/main/engine/workers/workers'
import type { IncidentId } from '../../src/shared/domain/ids'
import { keptLogger } from './kept-logger'
import { workerSource } from './worker-source'

/** A store with its ledger and the watch over its record, with threads of its own; all stopped when the test is over. */
export interface WatchedRecord {
  readonly store: Store
  readonly ledger: Ledger
  readonly watch: RecordWatch
  /** Incidents whose damage was found, in that order. */
  readonly found: readonly IncidentId[]
  readonly logger: ReturnType<typeof keptLogger>
}

export function watchedRecord(folder: string, entry: WorkerEntry = workerSource): WatchedRecord {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  onTestFinished(() => store.value.close())
  return { store: store.value, ...watched(store.value, entry) }
}

/** The same over a store that somebody else closes. */
export function watched(store: Store, entry: WorkerEntry = workerSource): Omit<WatchedRecord, 'store'> {
  const logger = keptLogger()
  const found: IncidentId[] = []
  const damages = openDamages(incident => void found.push(incident))
  const workers = openWorkers(entry)
  onTestFinished(() => workers.stop())
  const ledger = openLedger(
    store,
    logger,
    ({ incident, rows }) => watch.committed(incident, rows.count, rows.seq),
    damages,
  )
  const watch = watchRecord({
    store,
    ledger,
    damages,
    workers,
    logger,
    clock: { now: () => Date.now() },
    changed: () => undefined,
    checkChanged: () => undefined,
  })
  onTestFinished(() => watch.stop())
  return { ledger, watch, found, logger }
}
