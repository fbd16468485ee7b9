import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Bridge } from '../../../src/main/engine/bridge'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { startEngine } from '../../../src/main/engine/engine'
import { createHttpClient } from '../../../src/main/engine/http/client'
import type { HostPorts } from '../../../src/main/engine/ports'
import { openServices } from '../../../src/main/engine/services/services'
import { openStore } from '../../../src/main/engine/storage/store'
import { openSecrets } from '../../../src/main/hosts/web/secrets'
import { openSettings } from '../../../src/main/hosts/web/settings'
import { ok } from '../../../src/shared/lib/reply'
import { scratchFolder } from '../../support/folders'
import { handClock } from '../../support/hand-clock'
import { keptLogger } from '../../support/kept-logger'
import { shippedLint } from '../../support/shipped-lint'
import { shippedMethod } from '../../support/shipped-method'
import { workerSource } from '../../support/worker-source'

/** The real engine on an empty folder, without connections; stopped when the test is over. */
export function engineBridge(): Bridge {
  const folder = scratchFolder()
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const engine = startEngine({
    store: store.value,
    folder,
    ports: portsOver(folder),
    http: createHttpClient({}),
    templates: openTemplates({ shipped: join(import.meta.dirname, '../../../resources/templates') }),
    services: openServices(join(folder, 'services.yaml'), keptLogger()),
    method: shippedMethod(),
    lint: shippedLint(),
    world: { kind: 'real' },
    version: '0.0.0',
    modeCalls: { 'world:enter-drill': () => ok(null), 'world:leave-drill': () => ok(null) },
  })
  onTestFinished(() => engine.stop())
  return engine
}

function portsOver(folder: string): HostPorts {
  return {
    clock: handClock(),
    secrets: openSecrets(folder, {}),
    settings: openSettings(folder),
    logger: keptLogger(),
    notify: () => undefined,
    random: () => 0.5,
    defaultName: 'Somebody',
    worker: workerSource,
  }
}
