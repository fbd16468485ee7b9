import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { takeBundle } from '../../../src/main/engine/record/bundle/take-bundle'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { openWorkers } from '../../../src/main/engine/workers/workers'
import { type EntryId, newId } from '../../../src/shared/domain/ids'
import { responderNamed } from '../../../src/shared/domain/people'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { keptLogger } from '../../support/kept-logger'
import { nthLine, writeLongLog } from '../long-log'
import { builtWorker, openedStore, quietEngine } from '../quiet-engine'
import { type Scribe, sitDown } from '../scribe'
import { type TypedMeanwhile, typeMeanwhile } from './typing'

export const IMPORTED = 20_000
export const BACKED_UP = 100_000

/** Somebody types into one incident, while all of another comes out of a file. */
export async function typeInImport(folder: string): Promise<TypedMeanwhile> {
  const [from, to, file] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'incident.quarterdeck')]
  const sent = writeLongLog(from, IMPORTED)
  const source = openedStore(from)
  const written = await writeBundle(source, { incident: sent.incident, file, drill: false })
  source.close()
  if (!written.ok) throw new Error(written.fault.code)
  const { incident } = writeLongLog(to, 1_000)
  const store = openedStore(to)
  const ledger = openLedger(store, keptLogger(), () => undefined)
  const workers = openWorkers(builtWorker)
  try {
    const merge = (batch: Parameters<typeof ledger.merge>[0]) => ledger.merge(batch, Date.now())
    const taking = takeBundle(file, { workers, drill: false, merge })
    const typed = await typeMeanwhile(ledgerScribe(ledger, incident), taking)
    const taken = await taking
    if (!taken.ok || taken.value.imported.added < IMPORTED) throw new Error(`Not taken: ${JSON.stringify(taken)}`)
    return typed
  } finally {
    await workers.stop()
    store.close()
  }
}

/** No call of a screen takes a file yet, so this scribe writes into the same record without one. */
function ledgerScribe(ledger: ReturnType<typeof openLedger>, incident: Parameters<typeof ledger.record>[0]) {
  const responder = responderNamed('Dana Scully')
  if (responder === undefined) throw new Error('The scribe has no name')
  let typed = 0
  return {
    async type() {
      typed += 1
      const entry = { entry: newId<EntryId>(), ...nthLine(typed), pinned: false }
      const draft = entryAdded.draft(entry, Date.now(), { kind: 'person', responder })
      const written = ledger.commit(incident, newId(), { events: [draft] }, Date.now())
      if (!written.ok) throw new Error(written.fault.message)
      await nextTurn()
    },
  } satisfies Pick<Scribe, 'type'>
}

/** Somebody types, while a backup of all is made. */
export async function typeInBackup(folder: string): Promise<TypedMeanwhile> {
  const { incident } = writeLongLog(folder, BACKED_UP)
  const engine = quietEngine(folder)
  const scribe = await sitDown(push => engine.openSession(push, 'host'), incident)
  const asking = engine.openSession(() => undefined, 'host')
  try {
    const made = asking.call(newId(), 'record:back-up', {})
    const typed = await typeMeanwhile(scribe, made)
    const reply = await made
    const state = reply.ok ? (reply.value as { readonly newest: unknown; readonly trouble: unknown }) : null
    if (state === null || state.newest === null || state.trouble !== null) throw new Error(JSON.stringify(reply))
    return typed
  } finally {
    await engine.stop()
  }
}
