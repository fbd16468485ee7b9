import { readdirSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type * as z from 'zod/mini'
import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import type { CodedPart, FaultValue } from '../../../shared/contract/fault-codes'
import { flawOf } from '../../../shared/contract/input-flaw'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { readTextFile } from '../guards/regular-file'
import { scenarioSchema } from './scenario-schema'

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
export function loadScenario(file: string): Reply<Scenario, CodedText> {
  const text = readText(file)
  if (!text.ok) return text
  const lines = new LineCounter()
  const document = parseDocument(text.value, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) {
    const said: CodedPart = { code: 'library-says', values: { said: firstLine(broken.message) } }
    return fail(flawAt(file, lines.linePos(broken.pos[0]).line, said))
  }
  const raw: unknown = document.toJS()
  const parsed = scenarioSchema.safeParse(raw)
  if (!parsed.success) return fail(describe({ file, document, lines, raw }, parsed.error.issues))
  return ok({ ...parsed.data, name: basename(file, extname(file)) })
}

/** Names of the scenarios in a folder, sorted; whether each can be played is found on loading it. */
export function listScenarios(folder: string): Reply<readonly string[], CodedText> {
  try {
    const files = readdirSync(folder).filter(file => extname(file) === '.yaml')
    return ok(files.map(file => basename(file, '.yaml')).sort())
  } catch (error) {
    return fail(
      coded('file-not-read', {
        path: folder,
        reason: { code: 'file-unreadable', values: { reason: reasonOf(error) } },
      }),
    )
  }
}

function readText(file: string): Reply<string, CodedText> {
  const read = readTextFile(file, MOST_BYTES)
  return read.ok ? read : fail(coded('file-not-read', { path: file, reason: partOf(read.fault) }))
}

type Issues = z.core.$ZodError['issues']

interface Read {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
  /** What was checked. */
  readonly raw: unknown
}

function describe({ file, document, lines, raw }: Read, issues: Issues): CodedText {
  const [issue] = issues
  if (!issue) return flawAt(file, 1, { code: 'file-no-scenario' })
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknown === undefined ? issue.path : [...issue.path, unknown]
  const said = { field: fieldName(path), flaw: flawOf(issue, raw) }
  const more = issues.length - 1
  const code = more > 0 ? 'field-flaw-and-more' : 'field-flaw'
  return flawAt(file, lineOf(document, lines, path), { code, values: { ...said, more } })
}

/** `FILE:LINE: what is wrong`, as editors and terminals find it. */
function flawAt(file: string, line: number, flaw: CodedPart): CodedText {
  return coded('file-not-read', { path: `${file}:${line}`, reason: flaw })
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

function fieldName(path: readonly PropertyKey[]): FaultValue {
  if (path.length === 0) return { code: 'whole-file' }
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
