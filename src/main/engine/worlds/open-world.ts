import { join } from 'node:path'
import type { Reply } from '../../../shared/lib/reply'
import { ok } from '../../../shared/lib/reply'
import { loadTemplates } from '../comms/templates'
import { drillClock } from '../drill/clock'
import { startDrill } from '../drill/drill'
import { loadScenario, type Scenario } from '../drill/scenario'
import { type Engine, startEngine } from '../engine'
import { createHttpClient } from '../http/client'
import { guardHttp } from '../http/guard'
import type { HostPorts, SettingsStore } from '../ports'
import type { WorldCalls } from '../queries'
import { openStore } from '../storage/store'
import { openDrillRun } from './drill-runs'

export interface DrillChoice {
  readonly drill: string
  readonly speed: number
}

export interface WorldOptions {
  /** The data folder. A drill lives below it, apart from the real record. */
  readonly folder: string
  /** Templates and drills. */
  readonly resources: string
  readonly version: string
  readonly ports: HostPorts
}

/** Fault: one line that names the folder, the file or the drill, and the way out. */
export type Opened<T> = Promise<Reply<T, { readonly message: string }>>

export function readScenario(resources: string, drill: string): Reply<Scenario, { readonly message: string }> {
  return loadScenario(join(resources, 'drills', `${drill}.yaml`))
}

export async function openReal(options: WorldOptions, worldCalls: WorldCalls): Opened<Engine> {
  const { folder, ports, version } = options
  const templates = loadTemplates(join(options.resources, 'templates'))
  const store = openStore(folder)
  if (!store.ok) return store
  const http = createHttpClient({})
  return ok(
    startEngine({ store: store.value, folder, ports, http, templates, world: { kind: 'real' }, version, worldCalls }),
  )
}

export async function openDrill(options: WorldOptions, choice: DrillChoice, worldCalls: WorldCalls): Opened<Engine> {
  const { resources, ports, version } = options
  const scenario = readScenario(resources, choice.drill)
  if (!scenario.ok) return scenario
  const { title, briefing, length, opensAt, name } = scenario.value
  const run = openDrillRun(join(options.folder, 'drills', name), { length, opensAt }, choice.speed, Date.now())
  const { folder, startedAt, speed } = run
  const store = openStore(folder)
  if (!store.ok) return store
  const clock = drillClock({ startedAt, speed })
  const { random, logger } = ports
  const drill = await startDrill({
    scenario: scenario.value,
    clock,
    startedAt,
    folder: join(folder, 'vendors'),
    random,
    logger,
  })
  const settings = drillSettings(ports.settings, drill)
  const engine = startEngine({
    store: store.value,
    folder,
    ports: { ...ports, clock, settings, secrets: drill.secrets },
    // Nothing but the drill's own stand-ins can be reached, whatever a connection says.
    http: guardHttp(createHttpClient({}), drill.origins),
    templates: loadTemplates(join(resources, 'templates')),
    world: { kind: 'drill', name, title, startedAt, speed, briefing },
    version,
    worldCalls,
  })
  return ok({
    ...engine,
    async stop() {
      await engine.stop()
      await drill.stop()
    },
  })
}

/** The drill's own connections and panels over the person's own habits; writes reach neither. */
function drillSettings(
  real: SettingsStore,
  drill: Pick<ReturnType<SettingsStore['read']>, 'connections' | 'panels'>,
): SettingsStore {
  const { connections, panels } = drill
  return {
    read: () => ({ ...real.read(), connections, panels }),
    write: () => {
      throw new Error('A drill has no settings of its own')
    },
  }
}
