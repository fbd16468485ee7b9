import { join } from 'node:path'
import { type CodedText, coded } from '../../../shared/contract/coded-text'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { backUpBeforeFormat } from '../backups/before-format'
import { type LintStore, openLint } from '../comms/lint-store'
import { readTemplatesLater, type Templates } from '../comms/templates'
import { drillClock } from '../drill/clock'
import { type RunningDrill, startDrill } from '../drill/drill'
import { loadScenario, type Scenario } from '../drill/scenario'
import { type Engine, startEngine } from '../engine'
import { createHttpClient } from '../http/client'
import { guardHttp } from '../http/guard'
import { trustSystemCertificates } from '../http/trust'
import type { UnwritableFolder } from '../integrity/unwritable-folder'
import { type MethodStore, openMethod } from '../method/method-store'
import type { HostPorts, SettingsStore } from '../ports'
import { openServices } from '../services/services'
import type { ModeCalls } from '../sessions/handlers'
import { reasonOf } from '../storage/fault'
import { checkFolder } from '../storage/folder-check'
import { DATABASE_FILE } from '../storage/format.mjs'
import { damagedFile, openStore, type Store } from '../storage/store'
import { openDrillRun } from './drill-runs'

export interface DrillChoice {
  readonly drill: string
  readonly speed: number
  /** From its beginning, with a record of its own; otherwise a running one continues. */
  readonly anew?: boolean
}

export interface ModeOptions {
  /** The data folder. A drill lives below it, apart from the real record. */
  readonly folder: string
  /** Templates and drills. */
  readonly resources: string
  readonly version: string
  readonly ports: HostPorts
  /** [DF13] Absent: the data folder can be written to. */
  readonly unwritable?: UnwritableFolder | undefined
}

/** Fault: one line that names the folder, the file or the drill, and the way out. */
export type OpeningMode<T> = Promise<Reply<T, CodedText>>

export function readScenario(resources: string, drill: string): Reply<Scenario, CodedText> {
  return loadScenario(join(resources, 'drills', `${drill}.yaml`))
}

export async function openLive(options: ModeOptions, worldCalls: ModeCalls): OpeningMode<Engine> {
  const { folder, ports, version, unwritable } = options
  const templates = templatesOf(options)
  const checked = checkFolder(folder)
  if (!checked.ok) return checked
  const backupTrouble = await backUpBeforeFormat(folder, ports)
  const store = openStore(folder)
  if (!store.ok) return store
  const http = createHttpClient({
    proxyEnv: process.env,
    beforeTls: () => trustSystemCertificates(ports.logger),
  })
  return startOn(store.value, () =>
    startEngine({
      ...{
        store: store.value,
        folder,
        ports,
        http,
        templates,
        version,
        modeCalls: worldCalls,
        backupTrouble,
        unwritable,
      },
      services: openServices(join(folder, 'services.yaml'), ports.logger),
      method: methodOf(options),
      lint: lintOf(options),
      world: { kind: 'real' },
    }),
  )
}

/** [DF5] A record that is broken where the engine cannot do without it is named, and its folder is let go. */
function startOn(store: Store, start: () => Engine): Reply<Engine, CodedText> {
  try {
    return ok(start())
  } catch (cause) {
    store.close()
    return fail(damagedFile(join(store.folder, DATABASE_FILE), reasonOf(cause)))
  }
}

export async function openDrill(options: ModeOptions, choice: DrillChoice, worldCalls: ModeCalls): OpeningMode<Engine> {
  const { resources, ports, version, unwritable } = options
  const scenario = readScenario(resources, choice.drill)
  if (!scenario.ok) return scenario
  const { title, briefing, length, opensAt, name } = scenario.value
  const run = openDrillRun(join(options.folder, 'drills', name), { length, opensAt }, choice, Date.now())
  const { folder, startedAt, speed } = run
  const store = openStore(folder)
  if (!store.ok) return store
  const clock = drillClock({ startedAt, speed })
  const { random, logger } = ports
  const played = await play({
    scenario: scenario.value,
    clock,
    startedAt,
    folder: join(folder, 'vendors'),
    random,
    logger,
  })
  if (!played.ok) {
    store.value.close()
    return played
  }
  const drill = played.value
  const settings = drillSettings(ports.settings, drill)
  const started = startOn(store.value, () =>
    startEngine({
      store: store.value,
      folder,
      ports: { ...ports, clock, settings, secrets: drill.secrets },
      // Only the drill's own stand-ins can be reached, whatever a connection says.
      http: guardHttp(createHttpClient({}), drill.origins),
      templates: templatesOf(options),
      services: openServices(join(resources, 'drills', 'services', `${name}.yaml`), logger),
      method: methodOf(options),
      lint: lintOf(options),
      world: { kind: 'drill', name, title, startedAt, speed, briefing, length },
      ...{ version, modeCalls: worldCalls, unwritable, data: options.folder },
    }),
  )
  if (!started.ok) {
    await drill.stop()
    return started
  }
  const engine = started.value
  return ok({
    ...engine,
    async stop() {
      await engine.stop()
      await drill.stop()
    },
  })
}

/** A damaged file of an earlier start, or a port that cannot be had, is for the person who started it to mend. */
async function play(scene: Parameters<typeof startDrill>[0]): OpeningMode<RunningDrill> {
  try {
    return ok(await startDrill(scene))
  } catch (cause) {
    return fail(coded('library-says', { said: cause instanceof Error ? cause.message : String(cause) }))
  }
}

/** [TM13] A drill is written with the team's own words, too. */
function templatesOf({ resources, folder, ports }: ModeOptions): Templates {
  const folders = { shipped: join(resources, 'templates'), team: join(folder, 'templates') }
  return readTemplatesLater(folders, problems => {
    for (const problem of problems) ports.logger.warn('A template is broken', { problem })
  })
}

/** A drill is run by the team's own method, which is what it practises. */
function methodOf({ resources, folder, ports }: ModeOptions): MethodStore {
  return openMethod(join(resources, 'method'), join(folder, 'method'), ports.logger)
}

/** [LN25] */
function lintOf({ resources, folder, ports }: ModeOptions): LintStore {
  return openLint(join(resources, 'lint'), join(folder, 'lint'), ports.logger)
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
