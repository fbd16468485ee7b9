import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EventRow } from '../../src/main/engine/storage/event-row'
import { openStore, type Store } from '../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { entryAdded } from '../../src/shared/events/entry-added'
import { incidentDeclared } from '../../src/shared/events/incident-declared'
import { scratchFolder } from './folders'

const records = join(import.meta.dirname, '../fixtures/records/format-70')
export const engine = { kind: 'engine' } as const

/** A store that is closed when the test ends. */
export function openedStore(folder = scratchFolder()): Store {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  onTestFinished(() => store.value.close())
  return store.value
}

/** Opens a folder for one use, so that a test can open it again. */
export function withStore<T>(folder: string, use: (store: Store) => T): T {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  try {
    return use(store.value)
  } finally {
    store.value.close()
  }
}

/** A folder of format 70, before events had an origin. */
export function oldFolder(): string {
  const folder = scratchFolder()
  cpSync(records, folder, { recursive: true })
  chmodSync(folder, 0o700)
  return folder
}

export function rowsOf(store: Pick<Store, 'db'>, incident: IncidentId): readonly EventRow[] {
  const rows = store.db.prepare('SELECT * FROM event WHERE incident = ? ORDER BY seq').all(incident)
  return rows as unknown as readonly EventRow[]
}

export const note = (text: string) => entryAdded.draft({ entry: newId(), kind: 'note', text, pinned: false }, 5, engine)
export const declared = incidentDeclared.draft(
  { title: 'Payments fail', severity: 'SEV-1', impact: '', drill: false, page: null },
  5,
  engine,
)
