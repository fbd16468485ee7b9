import { userInfo } from 'node:os'
import { join } from 'node:path'
import { version } from '../../package.json'
import { systemClock } from './engine/clock'
import type { HostPorts, Logger, Notify, Secrets, SettingsStore } from './engine/ports'
import { checkFolder } from './engine/storage/store'
import { openWorlds, type Worlds } from './engine/worlds/worlds'
import { openLogger } from './hosts/logger'
import { HELP, type Options, parseOptions } from './options.mjs'

/** Something the person who started Quarterdeck can mend: it ends with this one line and exit code 2. */
export class LaunchProblem extends Error {
  override readonly name = 'LaunchProblem'
}

/** What both entries begin with: options that are right and a data folder that may be used. @throws LaunchProblem */
export function readLaunch(argv: readonly string[]): Readonly<Options> {
  const parsed = parseOptions(argv)
  if (!parsed.ok) throw new LaunchProblem(parsed.message)
  if (parsed.options.help) sayHelp()
  const folder = checkFolder(parsed.options.data)
  if (!folder.ok) throw new LaunchProblem(folder.fault.message)
  return parsed.options
}

/** Before a folder is looked at: who asks for help has not chosen one. */
function sayHelp(): never {
  process.stdout.write(HELP)
  process.exit(0)
}

export interface HostParts {
  readonly settings: SettingsStore
  readonly secrets: Secrets
  readonly notify: Notify
  readonly logger: Logger
  /** Templates and drills. */
  readonly resources: string
}

export function openLog(options: Readonly<Options>): Logger {
  return openLogger(join(options.data, 'quarterdeck.log'))
}

/** The engine with its world as the options ask for it. @throws LaunchProblem */
export async function launchWorlds(options: Readonly<Options>, parts: HostParts): Promise<Worlds> {
  const { settings, secrets, notify, logger, resources } = parts
  const defaultName = settings.read().me ?? userInfo().username
  const ports: HostPorts = { clock: systemClock(), settings, secrets, notify, logger, random: Math.random, defaultName }
  const start = options.drill === null ? null : { drill: options.drill, speed: options.speed }
  const worlds = await openWorlds({ folder: options.data, resources, version, ports, start })
  if (!worlds.ok) throw new LaunchProblem(worlds.fault.message)
  return worlds.value
}

/** Ends the process with one line where a person can mend it, and with the stack where only we can. */
export function exitWith(cause: unknown): never {
  const mendable = cause instanceof Error && /Problem$/.test(cause.name)
  process.stderr.write(`${mendable ? cause.message : cause instanceof Error ? cause.stack : String(cause)}\n`)
  process.exit(mendable ? 2 : 1)
}
