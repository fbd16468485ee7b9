import { onTestFinished } from 'vitest'
import type { ImportBatch } from '../../src/main/engine/record/import'
import { type Committed, type Ledger, openLedger } from '../../src/main/engine/record/ledger'
import { rowsToSend } from '../../src/main/engine/record/raw-rows'
import { type RawRow, rawText } from '../../src/main/engine/storage/raw-row'
import { openStore, type Store } from '../../src/main/engine/storage/store'
import { type Conflict, openConflicts } from '../../src/shared/domain/claims'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import { entryAdded } from '../../src/shared/events/entry-added'
import { incidentDeclared } from '../../src/shared/events/incident-declared'
import { keptLogger } from './kept-logger'

/** One machine with a real store and ledger, and a system's clock that a test sets. */
export interface Replica {
  readonly store: Pick<Store, 'db' | 'origin'>
  readonly ledger: Ledger
  clock: number
  /** Told of what is on disk, as an engine's screens are. */
  told: (committed: Committed) => void
  declare(incident: IncidentId, drill?: boolean): void
  /** @throws with the fault where it is refused */
  write(incident: IncidentId, ...drafts: readonly EventDraft[]): void
  note(incident: IncidentId, text: string): void
  rows(incident: IncidentId): readonly RawRow[]
  /** The bytes of all that it has. */
  bytes(incident: IncidentId): string
  take(incident: IncidentId, rows: readonly RawRow[], more?: Partial<ImportBatch>): ReturnType<Ledger['merge']>
  /** What people see, without what only this machine knows. */
  shown(incident: IncidentId): unknown
}

const sidesOf = ({ about, sides }: Conflict) => [about, sides.map(({ event, value }) => [event, value])]

/** Nobody has to be named for it in the log, so that each draft is one event. */
const engine = { kind: 'engine' } as const

export function replicaOn(folder: string, clock = 1_000): Replica {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  onTestFinished(() => opened.value.close())
  return replicaOf(opened.value, clock)
}

/** @param store perhaps with another one's origin, as copies of a folder have that do not know of each other */
export function replicaOf(store: Pick<Store, 'db' | 'origin'>, clock = 1_000): Replica {
  const replica: Pick<Replica, 'clock' | 'told'> = { clock, told: () => undefined }
  const ledger = openLedger(
    store,
    keptLogger(),
    committed => replica.told(committed),
    undefined,
    () => replica.clock,
  )
  const write = (incident: IncidentId, ...events: readonly EventDraft[]) => {
    const written = ledger.commit(incident, newId(), { events }, replica.clock)
    if (!written.ok) throw new Error(written.fault.message)
  }
  const rows = (incident: IncidentId) => rowsToSend(store.db, incident).rows
  return Object.assign(replica, {
    store,
    ledger,
    write,
    rows,
    declare: (incident: IncidentId, drill = false) =>
      write(
        incident,
        incidentDeclared.draft({ title: 'Cards fail', severity: 'SEV-2', impact: '', drill, page: null }, 7, engine),
      ),
    note: (incident: IncidentId, text: string) =>
      write(incident, entryAdded.draft({ entry: newId(), kind: 'note', text, pinned: false }, 7, engine)),
    bytes: (incident: IncidentId) => rows(incident).map(rawText).join('\n'),
    take: (incident: IncidentId, taken: readonly RawRow[], more: Partial<ImportBatch> = {}) =>
      ledger.merge({ incident, drill: false, rows: taken, ...more }, replica.clock),
    shown(incident: IncidentId) {
      const record = ledger.record(incident)
      const timeline = record?.timeline().map(({ seq: _, ...line }) => line)
      if (record === null) return null
      // Who had seen what is noted only where it matters: a log in which each had seen all before has none of it.
      const { claims, seenBy: _, ...head } = record.incident
      return JSON.parse(JSON.stringify({ incident: head, conflicts: openConflicts({ claims }).map(sidesOf), timeline }))
    },
  })
}
