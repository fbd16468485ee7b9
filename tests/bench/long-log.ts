import { openLedger } from '../../src/main/engine/record/ledger'
import { openStore } from '../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { responderNamed } from '../../src/shared/domain/people'
import type { TypedKind } from '../../src/shared/domain/timeline'
import type { EventDraft } from '../../src/shared/events/define'
import { entryAdded } from '../../src/shared/events/entry-added'
import { incidentDeclared } from '../../src/shared/events/incident-declared'
import { statusChanged } from '../../src/shared/events/status-changed'
import { SECOND } from '../../src/shared/lib/time'
import { keptLogger } from '../support/kept-logger'

const words = 'the pool of payments-db is full and the rollback of v2.41.0 has begun while support sees declined cards'
const kinds: readonly TypedKind[] = ['note', 'note', 'action', 'finding', 'note', 'decision', 'note', 'todo']
const BATCH = 1_000

/** The nth line that a bench types: of changing kind and length, and unlike any other. */
export function nthLine(n: number): { readonly kind: TypedKind; readonly text: string } {
  return { kind: kinds[n % kinds.length] ?? 'note', text: `${n}: ${words.slice(n % 40)}` }
}

export interface LongLog {
  readonly incident: IncidentId
  readonly newestText: string
}

/** Fills an empty data folder with one open incident of so many events, through the real ledger and store. */
export function writeLongLog(folder: string, events: number): LongLog {
  return writingTo(folder, write => ({ incident: write(longStory(events)), newestText: nthLine(events - 1).text }))
}

/** The same behind many others that are over, each of `each` events. */
export function writeManyLogs(
  folder: string,
  { others, each, events }: { readonly others: number; readonly each: number; readonly events: number },
): LongLog {
  return writingTo(folder, write => {
    for (let n = 0; n < others; n += 1) write([...longStory(each - 1), resolved()])
    return { incident: write(longStory(events)), newestText: nthLine(events - 1).text }
  })
}

type WriteLog = (drafts: readonly EventDraft[]) => IncidentId

function writingTo<T>(folder: string, write: (log: WriteLog) => T): T {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  // Anew for each log: what one has in memory would be a gigabyte for a thousand.
  const log: WriteLog = drafts => {
    const ledger = openLedger(store.value, keptLogger(), () => undefined)
    const incident = newId<IncidentId>()
    for (let at = 0; at < drafts.length; at += BATCH) {
      const written = ledger.commit(incident, newId(), { events: drafts.slice(at, at + BATCH) }, Date.now())
      if (!written.ok) throw new Error(written.fault.message)
    }
    return incident
  }
  const answer = write(log)
  store.value.close()
  return answer
}

function resolved(): EventDraft {
  return statusChanged.draft({ from: 'investigating', to: 'resolved', reason: '' }, Date.now(), { kind: 'engine' })
}

/** Lines that came a second apart, up to now. */
export function longStory(events: number) {
  const responder = responderNamed('Dana Scully')
  if (responder === undefined) throw new Error('The scribe has no name')
  const by = { kind: 'person', responder } as const
  const began = Date.now() - events * SECOND
  const declared = { title: 'Payments fail', severity: 'SEV-1', impact: '', drill: false, page: null } as const
  return Array.from({ length: events }, (_, n) =>
    n === 0
      ? incidentDeclared.draft(declared, began, by)
      : entryAdded.draft({ entry: newId(), ...nthLine(n), pinned: false }, began + n * SECOND, by),
  )
}
