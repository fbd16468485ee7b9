import { join } from 'node:path'
import { type Ledger, openLedger } from '../../src/main/engine/record/ledger'
import { rowsToSend } from '../../src/main/engine/record/raw-rows'
import type { RawRow } from '../../src/main/engine/storage/raw-row'
import { openStore, type Store } from '../../src/main/engine/storage/store'
import { type EntryId, type IncidentId, newId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import { entryAdded } from '../../src/shared/events/entry-added'
import { keptLogger } from '../support/kept-logger'
import { longStory } from './long-log'
import { median } from './median'
import { atMost, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'

const MANY = 100_000
const AT_ONCE = 1_000
const DEEP = 5_000
const LATE = 10
const ROUNDS = 7

/** What another machine wrote, merged into a long log through the ledger: checked, on disk, folded, and read by a screen. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const [here, there] = [openMachine(join(folder, 'here')), openMachine(join(folder, 'there'))]
    const incident = newId<IncidentId>()
    const drafts = longStory(MANY)
    for (let at = 0; at < MANY; at += AT_ONCE) here.write(incident, drafts.slice(at, at + AT_ONCE), at + AT_ONCE)
    const late = lateRows(there, incident, rowsToSend(here.store.db, incident).rows.slice(0, 1))
    const merged = (rows: readonly RawRow[]) => timed(() => here.merge(incident, rows))
    const first = merged(late.slice(0, 1))
    const whole = merged(late.slice(1, 1 + LATE))
    const deep = inBatches(late.slice(1 + LATE)).map(merged)
    const appended = drafts.slice(-ROUNDS).map(draft => timed(() => here.append(incident, draft)))
    for (const { store } of [here, there]) store.close()
    return [
      { name: 'The first late event into 100,000, which are read again', value: first, unit: 'ms' },
      atMost({ name: 'A late batch of 10 merged, 100,000 deep', value: whole, unit: 'ms' }, 250),
      atMost({ name: 'A late batch of 10 merged, 5,000 deep in 100,000', value: median(deep), unit: 'ms' }, 20),
      { name: 'One event appended to 100,000 of several machines', value: median(appended), unit: 'ms' },
    ]
  })
}

interface Machine {
  readonly store: Store
  /** At a time of the system's clock. */
  write(incident: IncidentId, drafts: readonly EventDraft[], at: number): void
  append(incident: IncidentId, draft: EventDraft): void
  merge(incident: IncidentId, rows: readonly RawRow[]): void
}

function openMachine(folder: string): Machine {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  let now = 0
  const ledger: Ledger = openLedger(
    store.value,
    keptLogger(),
    () => undefined,
    undefined,
    () => now,
  )
  const read = (incident: IncidentId) => [ledger.record(incident)?.incident, ledger.record(incident)?.timeline()]
  const write = (incident: IncidentId, events: readonly EventDraft[]) => {
    const written = ledger.commit(incident, newId(), { events }, Date.now())
    if (!written.ok) throw new Error(written.fault.message)
  }
  return {
    store: store.value,
    write(incident, drafts, at) {
      now = at
      write(incident, drafts)
    },
    append(incident, draft) {
      const body = { entry: newId<EntryId>(), kind: 'note', text: 'and on', pinned: false } as const
      write(incident, [entryAdded.draft(body, draft.at, draft.by)])
      read(incident)
    },
    merge(incident, rows) {
      const merged = ledger.merge({ incident, drill: false, rows }, Date.now())
      if (!merged.ok || merged.value.added !== rows.length) throw new Error(JSON.stringify(merged))
      read(incident)
    },
  }
}

/** Of a machine that heard of the declaration alone: at first as early as can be, then so deep as the bound says. */
function lateRows(there: Machine, incident: IncidentId, declared: readonly RawRow[]): readonly RawRow[] {
  there.merge(incident, declared)
  const notes = longStory(1 + LATE * (ROUNDS + 1)).slice(1)
  there.write(incident, notes.slice(0, 1 + LATE), AT_ONCE)
  there.write(incident, notes.slice(1 + LATE), MANY - DEEP + 1)
  return rowsToSend(there.store.db, incident).rows.filter(({ origin }) => origin === there.store.origin.id)
}

function inBatches(rows: readonly RawRow[]): readonly (readonly RawRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / LATE) }, (_, n) => rows.slice(n * LATE, (n + 1) * LATE))
}

function timed(work: () => unknown): number {
  globalThis.gc?.()
  const begun = performance.now()
  work()
  return performance.now() - begun
}
