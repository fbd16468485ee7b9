import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml'
import * as z from 'zod/mini'
import type { CodedPart, FaultValue } from '../../../shared/contract/fault-codes'
import { flawOf } from '../../../shared/contract/input-flaw'
import { withoutByteOrderMark } from '../../../shared/lib/file-text'
import { fail, ok, type Reply } from '../../../shared/lib/reply'

/** `line` and `column` count from 1. */
export interface FileFlaw {
  readonly line: number
  readonly column: number
  readonly flaw: CodedPart
}

/**
 * [HF3] Reads YAML that people write; the first mistake is named with its place. One document of plain values: aliases can
 * make a small file huge, and a tag asks for a type that we have not.
 * @param empty what a file without content means; undefined: it is a mistake
 */
export function readYaml<Schema extends z.ZodMiniType>(
  text: string,
  schema: Schema,
  empty?: z.output<Schema>,
): Reply<z.output<Schema>, FileFlaw> {
  const lines = new LineCounter()
  const parsed = parse(() => [parseDocument(withoutByteOrderMark(text), { lineCounter: lines })])
  if (!parsed.ok) return flawAt(lines, 0, said(parsed.fault))
  const [first] = parsed.value
  return first === undefined ? flawAt(lines, 0, said('')) : fitted(first, lines, schema, empty)
}

/** The same for a file of several documents, `---` between them; one that is empty is left out. */
export function readYamlDocuments<Schema extends z.ZodMiniType>(
  text: string,
  schema: Schema,
): Reply<readonly z.output<Schema>[], FileFlaw> {
  const lines = new LineCounter()
  const parsed = parse(() => [...parseAllDocuments(withoutByteOrderMark(text), { lineCounter: lines })])
  if (!parsed.ok) return flawAt(lines, 0, said(parsed.fault))
  const read: z.output<Schema>[] = []
  for (const one of parsed.value) {
    if (one.content === null && one.document.errors.length === 0 && foreignNode(one.document) === undefined) continue
    const fits = fitted(one, lines, schema)
    if (!fits.ok) return fits
    read.push(fits.value)
  }
  return ok(read)
}

type FieldsOf<Schemas> = { readonly [Name in keyof Schemas]?: z.output<Schemas[Name]> | undefined }

/**
 * The same for fields that count each by itself: one that is wrong or unknown is named, and left out. Nothing of a text
 * that is no YAML counts.
 */
export function readYamlFields<const Schemas extends Readonly<Record<string, z.ZodMiniType>>>(
  text: string,
  schemas: Schemas,
): { readonly values: FieldsOf<Schemas>; readonly flaws: readonly FileFlaw[] } {
  const nothing: FieldsOf<Schemas> = {}
  const whole = readYaml(text, z.nullable(z.record(z.string(), z.unknown())), null)
  if (!whole.ok) return { values: nothing, flaws: [whole.fault] }
  const found: Record<string, unknown> = {}
  const misfits: FieldMisfit[] = []
  for (const [name, value] of Object.entries(whole.value ?? {})) {
    // A field that was left empty is one that is not there.
    if (value === null && Object.hasOwn(schemas, name)) continue
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
    const flaw = schema === undefined ? unknownField(name) : misfit(name, value, schema, found)
    if (flaw !== undefined) misfits.push(flaw)
  }
  // Each was read by the schema of its name.
  return { values: found as FieldsOf<Schemas>, flaws: placed(text, misfits) }
}

interface FieldMisfit {
  readonly path: readonly (string | number)[]
  readonly atKey: boolean
  readonly flaw: CodedPart
}

function unknownField(name: string): FieldMisfit {
  return { path: [name], atKey: true, flaw: { code: 'input-unknown-field' } }
}

/** Puts what fits into `found`. */
function misfit(
  name: string,
  value: unknown,
  schema: z.ZodMiniType,
  found: Record<string, unknown>,
): FieldMisfit | undefined {
  const fits = schema.safeParse(value)
  if (fits.success) found[name] = fits.data
  if (fits.success) return undefined
  const issue = nearestOf(worstOf(fits.error.issues))
  return { path: [name, ...pathOf(issue)], atKey: issue?.code === 'unrecognized_keys', flaw: flawOf(issue, value) }
}

/** A misspelt field is the cause, and the one that is missing for it only follows. */
function worstOf(issues: readonly z.core.$ZodIssue[]): Issue {
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
}

/** Of the forms that a field may have, the one that it came nearest to. */
function nearestOf(worst: Issue): Issue {
  if (worst?.code !== 'invalid_union') return worst
  const nearest = worst.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0]?.[0]
  return nearest === undefined ? worst : { ...nearest, path: [...worst.path, ...nearest.path] }
}

/** How far a value was read before it did not fit; a type that is another one is farthest from it. */
function depthOf([issue]: readonly z.core.$ZodIssue[]): number {
  if (issue === undefined) return 0
  return issue.path.length * 2 + (issue.code === 'invalid_type' && issue.path.length === 0 ? 0 : 1)
}

/** Most texts have none, and are parsed once. */
function placed(text: string, misfits: readonly FieldMisfit[]): readonly FileFlaw[] {
  if (misfits.length === 0) return []
  const lines = new LineCounter()
  const document = parseDocument(withoutByteOrderMark(text), { lineCounter: lines })
  return misfits.map(({ path, atKey, flaw }) => {
    const { line, col } = lines.linePos(offsetOf(document, path, atKey))
    return { line, column: col, flaw: fieldFlaw(path, flaw) }
  })
}

interface ReadDocument {
  readonly document: Document
  readonly content: unknown
}

function flawAt(lines: LineCounter, offset: number, flaw: CodedPart) {
  const { line, col } = lines.linePos(offset)
  return fail({ line: Math.max(1, line), column: Math.max(1, col), flaw })
}

function fitted<Schema extends z.ZodMiniType>(
  { document, content }: ReadDocument,
  lines: LineCounter,
  schema: Schema,
  empty?: z.output<Schema>,
): Reply<z.output<Schema>, FileFlaw> {
  const [broken] = document.errors
  if (broken !== undefined) return flawAt(lines, beginOf(broken, document), said(plainReason(broken.message)))
  const foreign = foreignNode(document)
  if (foreign !== undefined) return flawAt(lines, foreign.offset, { code: foreign.code })
  if (content === null && empty !== undefined) return ok(empty)
  const fits = schema.safeParse(content)
  if (fits.success) return ok(fits.data as z.output<Schema>)
  const issue = worstOf(fits.error.issues)
  const path = pathOf(issue)
  const place = offsetOf(document, path, issue?.code === 'unrecognized_keys')
  return flawAt(lines, place, fieldFlaw(path, flawOf(issue, content)))
}

/** A bracket or quote that is never closed is noticed where the lines below it end: the mistake is where it opens. */
function beginOf({ code, pos: [noticed] }: YAMLParseError, document: Document): number {
  let begin = noticed
  if (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR') return begin
  visit(document, {
    Node(_key, node) {
      const closes = (isCollection(node) && node.flow) || (isScalar(node) && node.type?.startsWith('QUOTE_'))
      if (closes && node.range && node.range[1] === noticed) begin = node.range[0]
    },
  })
  return begin
}

function fieldFlaw(path: readonly (string | number)[], flaw: CodedPart): CodedPart {
  return { code: 'field-flaw', values: { field: fieldName(path), flaw } }
}

/** The library ends a text that is nested too deeply with an error of its own, here or when it makes values of it. */
function parse(read: () => readonly Document[]): Reply<readonly ReadDocument[], string> {
  try {
    return ok(
      read().map(document => {
        const plain = document.errors.length === 0 && foreignNode(document) === undefined
        return { document, content: plain ? document.toJS({ maxAliasCount: 0 }) : null }
      }),
    )
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function foreignNode(document: Document): { offset: number; code: 'input-yaml-alias' | 'input-yaml-tag' } | undefined {
  let found: { offset: number; code: 'input-yaml-alias' | 'input-yaml-tag' } | undefined
  visit(document, {
    Node(_key, node) {
      const named = isAlias(node) || node.anchor !== undefined
      const tagged = !isAlias(node) && node.tag !== undefined
      if (!named && !tagged) return undefined
      found = { offset: node.range?.[0] ?? 0, code: named ? 'input-yaml-alias' : 'input-yaml-tag' }
      return visit.BREAK
    },
  })
  return found
}

type Issue = z.core.$ZodIssue | undefined

function pathOf(issue: Issue): readonly (string | number)[] {
  const path = issue?.path.map(step => (typeof step === 'symbol' ? String(step) : step)) ?? []
  return issue?.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path
}

/** Of the deepest part of the path that is there. */
function offsetOf(document: Document, path: readonly (string | number)[], atKey = false): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = keyOrValue(document, path.slice(0, depth), atKey)
    if (node?.range) return node.range[0]
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0
}

/** For an unknown key the mistake is the key itself, and not its value. */
function keyOrValue(document: Document, path: readonly (string | number)[], atKey: boolean): Node | undefined {
  const value = document.getIn(path, true)
  const parent = document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  if (atKey && pair !== undefined && isNode(pair.key)) return pair.key
  return isNode(value) ? value : undefined
}

/** In the library's own words. */
function said(words: string): CodedPart {
  return { code: 'library-says', values: { said: words } }
}

function fieldName(path: readonly (string | number)[]): FaultValue {
  if (path.length === 0) return { code: 'whole-file' }
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}

/** The library repeats the place in its message, and draws the line below it. */
function plainReason(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}
