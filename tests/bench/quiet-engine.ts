import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { realTimeClock } from '../../src/main/engine/clock/clock'
import { readTemplatesLater } from '../../src/main/engine/comms/templates'
import { type Engine, startEngine } from '../../src/main/engine/engine'
import { createHttpClient } from '../../src/main/engine/http/client'
import type { HttpClient } from '../../src/main/engine/http/types'
import type { Clock, HostPorts } from '../../src/main/engine/ports'
import { openStore, type Store } from '../../src/main/engine/storage/store'
import { openSecrets } from '../../src/main/hosts/web/secrets'
import { openSettings } from '../../src/main/hosts/web/settings'
import { ok } from '../../src/shared/lib/reply'
import { keptLogger } from '../support/kept-logger'
import { shippedLint } from '../support/shipped-lint'
import { shippedMethod } from '../support/shipped-method'

interface QuietParts {
  readonly http: HttpClient
  readonly clock: Clock
  /** Of the folder, opened already; the engine closes it. */
  readonly store: Store
}

/** The entry of threads as it is built: the runner builds before it measures. */
export const builtWorker: HostPorts['worker'] = {
  file: pathToFileURL(join(process.cwd(), 'out/main/worker.js')),
  execArgv: [],
}

/** The real engine on a folder. Without connections in its settings nothing but what a bench asks of it runs. */
export function quietEngine(
  folder: string,
  { http, clock, store = openedStore(folder) }: Partial<QuietParts> = {},
): Engine {
  return startEngine({
    store,
    folder,
    ports: {
      clock: clock ?? realTimeClock(),
      secrets: openSecrets(folder, {}),
      settings: openSettings(folder),
      logger: keptLogger(),
      notify: () => undefined,
      random: Math.random,
      defaultName: 'Dana Scully',
      worker: builtWorker,
    },
    http: http ?? createHttpClient({}),
    templates: readTemplatesLater({ shipped: join(process.cwd(), 'resources/templates') }, () => undefined),
    services: { names: () => ({ services: [], catalogue: [], path: '', problem: '' }) },
    method: shippedMethod(),
    lint: shippedLint(),
    world: { kind: 'real' },
    version: '0.0.0',
    modeCalls: { 'world:enter-drill': () => ok(null), 'world:leave-drill': () => ok(null) },
  })
}

/** @throws where it cannot be opened */
export function openedStore(folder: string): Store {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}
