import { rmSync } from 'node:fs'
import { uptime, userInfo } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { version } from '../../package.json'
import { SECOND } from '../shared/lib/time'
import { realTimeClock } from './engine/clock/clock'
import type { UnwritableFolder } from './engine/integrity/unwritable-folder'
import { type Modes, openModes } from './engine/mode/worlds'
import type { HostPorts, Logger, Notify, PdfPrinter, Secrets, SettingsStore } from './engine/ports'
import { reasonOf } from './engine/storage/fault'
import { checkFolder } from './engine/storage/folder-check'
import { makePrivate } from './engine/storage/private-folder'
import { copyForReading, removeLeftCopies, whyUnwritable } from './engine/storage/reading-copy'
import { openLogger } from './hosts/logger'
import { StartProblem } from './hosts/start-problem'
import { keepKeyIn } from './hosts/web/folder-key'
import { HELP, type Options, parseOptions } from './options.mjs'

/** What both entries begin with: options that are right and a data folder that may be used. @throws StartProblem */
export function readLaunch(argv: readonly string[]): Readonly<Options> {
  // [DF1] Before anything is written: whatever makes a file, it is its owner's alone.
  process.umask(0o077)
  const parsed = parseOptions(argv)
  if (!parsed.ok) throw new StartProblem(parsed.message)
  if (parsed.options.help) printHelp()
  const folder = checkFolder(parsed.options.data)
  if (!folder.ok) throw new StartProblem(folder.fault.message)
  return parsed.options
}

/** What a start works in: the data folder, or a copy where nothing can be written to that. */
export interface ClaimedFolder {
  readonly options: Readonly<Options>
  readonly unwritable: UnwritableFolder | undefined
}

/**
 * [DF1] The data folder, there and private before settings, log or record are opened in it. [DF13] One that takes no
 * writes is read in a private copy, which is gone when this process ends. @throws StartProblem
 */
export function claimFolder(options: Readonly<Options>): ClaimedFolder {
  const { data: folder } = options
  removeLeftCopies()
  const made = makePrivate(folder)
  if (!made.ok) throw new StartProblem(made.fault.message)
  const why = whyUnwritable(folder)
  if (why === undefined) return { options, unwritable: undefined }
  const copy = copyForReading(folder, why)
  if (!copy.ok) throw new StartProblem(copy.fault.message)
  process.on('exit', () => rmSync(copy.value, { recursive: true, force: true }))
  keepKeyIn(copy.value)
  return { options: { ...options, data: copy.value }, unwritable: { folder, why } }
}

/** Before a folder is checked: a person who asks for help has not chosen one. */
function printHelp(): never {
  process.stdout.write(HELP)
  process.exit(0)
}

export interface HostParts {
  readonly settings: SettingsStore
  readonly secrets: Secrets
  readonly notify: Notify
  readonly logger: Logger
  /** The folder of the built entry: what else was built lies around it. */
  readonly home: string
  readonly unwritable: UnwritableFolder | undefined
  /** Undefined: nothing here can print. */
  readonly pdf: PdfPrinter | undefined
}

/** @throws StartProblem where the file cannot be opened: a folder in its place, or one that is not ours */
export function openLogFile(options: Readonly<Options>): Logger {
  const file = join(options.data, 'quarterdeck.log')
  try {
    return openLogger(file)
  } catch (cause) {
    throw new StartProblem(`Cannot write the log ${file}: ${reasonOf(cause)}. Move it away and start again.`)
  }
}

/** The engine with its world as the options ask for it. @throws StartProblem */
export async function launchWorlds(options: Readonly<Options>, parts: HostParts): Promise<Modes> {
  const { settings, secrets, notify, logger, home, unwritable, pdf } = parts
  const resources = join(home, '../../resources')
  const defaultName = settings.read().me ?? userInfo().username
  const ports: HostPorts = {
    clock: realTimeClock(),
    uptime: () => uptime() * SECOND,
    settings,
    secrets,
    notify,
    logger,
    random: Math.random,
    defaultName,
    worker: { file: pathToFileURL(join(home, 'worker.js')), execArgv: [] },
    pdf,
  }
  const start = options.drill === null ? null : { drill: options.drill, speed: options.speed }
  const worlds = await openModes({ folder: options.data, resources, version, ports, start, unwritable })
  if (!worlds.ok) throw new StartProblem(worlds.fault.message)
  return worlds.value
}

/** Ends the process with one line where a person can mend it, and with the stack where only we can. */
export function exitWith(cause: unknown): never {
  const line = mendable(cause)
  process.stderr.write(`${line ?? (cause instanceof Error ? cause.stack : String(cause))}\n`)
  process.exit(line === null ? 1 : 2)
}

/** [DF5] What the system refused at the start, a file or a folder, is for a person to mend: its stack would not help. */
function mendable(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null
  if (cause instanceof StartProblem) return cause.message
  if (!('syscall' in cause)) return null
  const path = 'path' in cause ? ` ${String(cause.path)}` : ''
  return `Quarterdeck cannot start: the system refused${path} (${reasonOf(cause)}). Mend that, or choose another folder with --data DIR.`
}
