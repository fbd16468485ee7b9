import { readdirSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import * as z from 'zod/mini'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { readTextFile } from '../guards/regular-file'
import { scenarioSchema } from './scenario-schema'

/** The small zod says only "Invalid input" unless it is given words. */
const english = z.locales.en()

/** The longest that we ship is a fiftieth of it. */
const MOST_BYTES = 2_000_000

type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T

/** A drill's story as read from its file. All instants are milliseconds after the start; negative: before it. */
export type Scenario = Immutable<z.output<typeof scenarioSchema>> & {
  /** The file's name without `.yaml`. */
  readonly name: string
}
export type Signal = Scenario['signals'][string]
export type ScenarioPage = Scenario['pagerduty']['pages'][number]
export type ScenarioAlert = Scenario['alerts'][number]

/**
 * Reads and checks one scenario file. Fault: one line, `FILE:LINE: FIELD: what is wrong`, of the first mistake, with
 * the number of others.
 */
export function loadScenario(file: string): Reply<Scenario, { readonly message: string }> {
  const text = readText(file)
  if (!text.ok) return text
  const lines = new LineCounter()
  const document = parseDocument(text.value, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) return fail({ message: `${file}:${lines.linePos(broken.pos[0]).line}: ${firstLine(broken.message)}` })
  const parsed = scenarioSchema.safeParse(document.toJS(), { error: english.localeError })
  if (!parsed.success) return fail({ message: describe(file, document, lines, parsed.error.issues) })
  return ok({ ...parsed.data, name: basename(file, extname(file)) })
}

/** Names of the scenarios in a folder, sorted; whether each can be played is found on loading it. */
export function listScenarios(folder: string): Reply<readonly string[], { readonly message: string }> {
  try {
    const files = readdirSync(folder).filter(file => extname(file) === '.yaml')
    return ok(files.map(file => basename(file, '.yaml')).sort())
  } catch (error) {
    return fail({ message: `${folder}: cannot be read: ${reasonOf(error)}` })
  }
}

function readText(file: string): Reply<string, { readonly message: string }> {
  const read = readTextFile(file, MOST_BYTES)
  return read.ok ? read : fail({ message: `${file}: ${read.fault.message}` })
}

type Issues = z.core.$ZodError['issues']

function describe(file: string, document: Document, lines: LineCounter, issues: Issues): string {
  const [issue] = issues
  if (!issue) return `${file}: is not a scenario`
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknown === undefined ? issue.path : [...issue.path, unknown]
  const wrong = unknown === undefined ? issue.message : 'is not a field that is known here'
  const others = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return `${file}:${lineOf(document, lines, path)}: ${fieldName(path)}: ${wrong}${others}`
}

/** Line of the field itself or, where it is missing, of the nearest thing that should have held it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = keyOrValue(document, path.slice(0, length))
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** The key of a field rather than its value: a block value begins a line below its name. */
function keyOrValue(document: Document, path: readonly PropertyKey[]): Node | undefined {
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find(item => isScalar(item.key) && item.key.value === path.at(-1))
    return pair && isNode(pair.key) ? pair.key : undefined
  }
  const value = document.getIn(path, true)
  return isNode(value) ? value : undefined
}

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file'
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`
    return name === '' ? String(step) : `${name}.${String(step)}`
  }, '')
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
