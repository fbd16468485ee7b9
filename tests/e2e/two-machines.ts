import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { realTimeClock } from '../../src/main/engine/clock/clock'
import { openTemplates } from '../../src/main/engine/comms/templates'
import { type Engine, startEngine } from '../../src/main/engine/engine'
import { createHttpClient } from '../../src/main/engine/http/client'
import { openLedger } from '../../src/main/engine/record/ledger'
import { rowsToSend } from '../../src/main/engine/record/raw-rows'
import { openServices } from '../../src/main/engine/services/services'
import { openStore, type Store } from '../../src/main/engine/storage/store'
import { startWebHost } from '../../src/main/hosts/web/host'
import { openSecrets } from '../../src/main/hosts/web/secrets'
import { openSettings } from '../../src/main/hosts/web/settings'
import { type EntryId, type IncidentId, newId } from '../../src/shared/domain/ids'
import { responderNamed } from '../../src/shared/domain/people'
import type { EventDraft } from '../../src/shared/events/define'
import { entryAdded } from '../../src/shared/events/entry-added'
import { ok } from '../../src/shared/lib/reply'
import { keptLogger } from '../support/kept-logger'
import { shippedLint } from '../support/shipped-lint'
import { shippedMethod } from '../support/shipped-method'
import { workerSource } from '../support/worker-source'

/** A cockpit in this process, and another machine that wrote on while nobody could reach it. */
export interface TwoMachines {
  readonly link: string
  /** The other machine hears of the newest incident as it is now. */
  hear(): void
  /** It writes a line; what it wrote comes with the next `bring`. @param ahead milliseconds that its clock is ahead */
  writeThere(text: string, ahead?: number): void
  write(...drafts: readonly EventDraft[]): void
  /** A carrier brings all that it wrote. */
  bring(): void
  stop(): Promise<void>
}

const responder = responderNamed('Fox Mulder')
if (responder === undefined) throw new Error('Nobody has no name')
export const fox = { kind: 'person', responder } as const

export async function twoMachines(): Promise<TwoMachines> {
  const [folder, away] = [newFolder(), newFolder()]
  const [here, there] = [opened(folder), opened(away)]
  const engine = engineOn(here, folder)
  const files = resolve('out/renderer')
  const host = await startWebHost({ bridge: engine, port: 0, files, folder, logger: keptLogger() })
  if (!host.ok) throw new Error(host.fault.message)
  let skew = 0
  const ledger = openLedger(
    there,
    keptLogger(),
    () => undefined,
    undefined,
    () => Date.now() + skew,
  )
  let incident = '' as IncidentId
  const must = ({ ok: done }: { readonly ok: boolean }, what: string) => {
    if (!done) throw new Error(`${what} was refused`)
  }
  const write = (...events: readonly EventDraft[]) =>
    must(ledger.commit(incident, newId(), { events }, Date.now()), 'what the other machine wrote')
  return {
    link: host.value.newLink(),
    hear() {
      incident = here.db.prepare('SELECT incident FROM event ORDER BY seq DESC LIMIT 1').get()?.incident as IncidentId
      const rows = rowsToSend(here.db, incident).rows
      must(ledger.merge({ incident, drill: false, rows }, Date.now()), 'what the other machine heard')
    },
    write,
    writeThere(text, ahead = 0) {
      skew = ahead
      const body = { entry: newId<EntryId>(), kind: 'note', text, pinned: false } as const
      write(entryAdded.draft(body, Date.now(), fox))
    },
    bring: () =>
      must(engine.merge({ incident, drill: false, rows: rowsToSend(there.db, incident).rows }), 'what was brought'),
    async stop() {
      await host.value.stop()
      await engine.stop()
      there.close()
      for (const one of [folder, away]) rmSync(one, { recursive: true, force: true })
    },
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'quarterdeck-e2e-'))
}

function opened(folder: string): Store {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}

function engineOn(store: Store, folder: string): Engine {
  const logger = keptLogger()
  return startEngine({
    store,
    folder,
    ports: {
      ...{ clock: realTimeClock(), secrets: openSecrets(folder, {}), settings: openSettings(folder), logger },
      ...{ notify: () => undefined, random: Math.random, defaultName: 'Dana Scully', worker: workerSource },
    },
    http: createHttpClient({}),
    templates: openTemplates({ shipped: resolve('resources/templates') }),
    services: openServices(join(folder, 'services.yaml'), logger),
    method: shippedMethod(),
    lint: shippedLint(),
    world: { kind: 'real' },
    version: '0.0.0',
    modeCalls: { 'world:enter-drill': () => ok(null), 'world:leave-drill': () => ok(null) },
  })
}
