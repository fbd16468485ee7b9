import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import type { CurrentMethod, MethodFileState, MethodView } from '../../../shared/contract/method'
import { type Cadence, type CadenceOverrides, withOverrides } from '../../../shared/domain/cadence'
import {
  type Method,
  type MethodFileName,
  methodFileNames,
  methodFiles,
} from '../../../shared/domain/method/method-files'
import { type AdoptedMethod, methodCadence, resolvedRules } from '../../../shared/domain/method/method-rules'
import { ok } from '../../../shared/lib/reply'
import { readChanged } from '../guards/changed-file'
import { readYaml } from '../guards/yaml-text'
import type { Logger } from '../ports'
import type { Handlers } from '../sessions/handlers'

/** Ours are a twentieth of it. */
export const MOST_METHOD_BYTES = 200_000

export interface MethodStore {
  /** As the files are now: those of the team are checked each time, and read if they changed. */
  current(): CurrentMethod
  /** How often it stops and speaks. */
  cadence(): Cadence
}

/**
 * [MD1] The method: our files, each replaced by the one of the same name in the team's folder where there is one. [MD2] One
 * that is broken costs nothing but itself: what was read before stays in use, and what is wrong is said with its place.
 * @param shipped the folder of ours, which are read when the method is first needed
 * @param folder the team's; it need not exist
 */
export function openMethod(shipped: string, folder: string, logger: Logger): MethodStore {
  let files: readonly WatchedFile[] | undefined
  let known: CurrentMethod | undefined
  let wrong = ''

  const look = (): CurrentMethod => {
    files ??= methodFileNames.map(name => watchFile(name, shipped, folder))
    const changed = files.map(file => file.look()).includes(true)
    const strangers = strangersIn(folder)
    if (known === undefined || changed || strangers.join() !== known.unknownFiles.join()) known = view(files, strangers)
    return known
  }

  const view = (all: readonly WatchedFile[], unknownFiles: readonly string[]): CurrentMethod => {
    // Each file was read by the schema of its name.
    const method = Object.fromEntries(all.map(file => [file.name, file.content()])) as unknown as Method
    const version = hashOf(method)
    const states = all.map(file => file.state())
    warn(states.flatMap(({ problem }) => problem?.message ?? []))
    return { name: method.method.name, version, folder, files: states, unknownFiles, method }
  }

  const warn = (problems: readonly string[]) => {
    const all = problems.join('\n')
    if (all !== wrong) for (const problem of problems) logger.warn('A file of the method is not used', { problem })
    wrong = all
  }

  return { current: look, cadence: () => methodCadence(look().method) }
}

interface WatchedFile {
  readonly name: MethodFileName
  /** @returns whether anything about it is different now */
  look(): boolean
  content(): unknown
  state(): MethodFileState
}

function watchFile(name: MethodFileName, shipped: string, folder: string): WatchedFile {
  const ours = readShipped(name, shipped)
  const path = join(folder, `${name}.yaml`)
  let team: { readonly content: unknown } | undefined
  let problem: CodedText | undefined
  let stamp = ''

  const reject = (why: CodedText, seen: string) => {
    const before = problem?.message
    problem = why
    stamp = seen
    return why.message !== before
  }

  return {
    name,
    look() {
      const file = readChanged(path, MOST_METHOD_BYTES, stamp)
      if (!file.ok) return reject(coded('file-problem', { path, problem: partOf(file.fault) }), '')
      if (file.value.state === 'unchanged') return false
      if (file.value.state === 'absent') {
        const had = team !== undefined || problem !== undefined
        team = undefined
        problem = undefined
        stamp = ''
        return had
      }
      const read = readYaml(file.value.text, methodFiles[name])
      if (!read.ok) return reject(coded('file-place', { path, ...read.fault }), file.value.stamp)
      team = { content: read.value }
      problem = undefined
      stamp = file.value.stamp
      return true
    },
    content: () => team?.content ?? ours,
    state: () => ({ name, from: team === undefined ? 'shipped' : 'team', path, problem }),
  }
}

/** @throws where it is broken: it is part of the program, and tests read each of them */
function readShipped(name: MethodFileName, shipped: string): unknown {
  const path = join(shipped, `${name}.yaml`)
  const read = readYaml(readFileSync(path, 'utf8'), methodFiles[name])
  if (!read.ok) throw new Error(coded('file-place', { path, ...read.fault }).message)
  return read.value
}

/** Files that a person put there in the belief that they are read. */
function strangersIn(folder: string): readonly string[] {
  try {
    const known = methodFileNames.map(name => `${name}.yaml`)
    const found = readdirSync(folder).filter(file => /\.ya?ml$/i.test(file) && !known.includes(file))
    return found.sort().slice(0, MOST_STRANGERS)
  } catch {
    // There need be no such folder; one that cannot be read says so for each file in it.
    return []
  }
}

const MOST_STRANGERS = 20

/** What an incident takes over: the method's rules, with the cadence that the team chose in the settings. */
export function adoptable(current: CurrentMethod, chosen: CadenceOverrides | undefined): AdoptedMethod {
  const { name, version, method } = current
  const own = methodCadence(method)
  const cadence = withOverrides(own, chosen)
  if (isDeepStrictEqual(cadence, own)) return { name, version, rules: resolvedRules(method, own) }
  return { name, version: hashOf([version, cadence]), rules: resolvedRules(method, cadence) }
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
}

/** @param chosen the cadence that the team chose in the settings */
export function methodView(store: MethodStore, chosen: CadenceOverrides | undefined): MethodView {
  const current = store.current()
  return { ...current, adoptable: adoptable(current, chosen) }
}

export function methodQueries(store: MethodStore, chosen: () => CadenceOverrides | undefined): Handlers<'method:read'> {
  return { 'method:read': () => ok(methodView(store, chosen())) }
}
