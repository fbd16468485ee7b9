import { isMap, isNode, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import * as z from 'zod/mini'
import type { CodedPart, FaultValue } from '../../../shared/contract/fault-codes'
import { flawOf } from '../../../shared/contract/input-flaw'
import { severities } from '../../../shared/domain/severity'
import { stages } from '../../../shared/domain/update'
import { withoutByteOrderMark } from '../../../shared/lib/file-text'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { factNames } from './templates-facts'
import { compileTemplate, librarySays, type Render, type TemplateFlaw } from './templates-sandbox'

const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(/^[^[\]\n]*$/, 'input-no-brackets'))

const fieldSchema = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/, 'input-field-name')),
  label,
  from: z.optional(z.enum(factNames)),
  optional: z._default(z.boolean(), false),
})

const headSchema = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  stage: z.enum(stages),
  /** Of several for one stage and audience the lowest comes first, and is what a new update starts with. */
  order: z._default(z.int().check(z.minimum(0), z.maximum(999)), 50),
  /** `customers`, `colleagues`, or an audience of the team by its name. */
  audience: z._default(z.string().check(z.trim(), z.minLength(1), z.maxLength(60)), 'customers'),
  /** Offered for these only; absent: for all. */
  severities: z.optional(z.array(z.enum(severities)).check(z.minLength(1))),
  headline: z.string().check(z.minLength(1), z.maxLength(500)),
  fields: z.array(fieldSchema).check(z.maxLength(40)),
})

export type TemplateField = z.output<typeof fieldSchema>

/** A template as its file has it, ready to be rendered. */
export interface TemplateFile extends Omit<z.output<typeof headSchema>, 'headline'> {
  readonly headline: Render
  readonly body: Render
}

/**
 * Reads a template file: a head in YAML between two lines `---`, then the body in Liquid. It is rendered once on trial,
 * so that a wrong filter or an unknown field shows when the file is read and not at the moment it is needed.
 */
export function readTemplateFile(text: string): Reply<TemplateFile, TemplateFlaw> {
  const parts = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(withoutByteOrderMark(text))
  if (parts === null) return fail({ line: 1, column: 1, flaw: { code: 'template-no-head' } })
  const [, head = '', body = ''] = parts
  const read = readHead(head)
  if (!read.ok) return fail({ ...read.fault, line: read.fault.line + 1 })
  const { headline, ...rest } = read.value.head
  const title = onTrial(headline, rest.fields, read.value.headlineAt)
  if (!title.ok) return title
  const main = onTrial(body, rest.fields, { line: head.split('\n').length + 3, column: 1 })
  return main.ok ? ok({ ...rest, headline: title.value, body: main.value }) : main
}

/** Counted from 1 in the whole file. */
type Place = Pick<TemplateFlaw, 'line' | 'column'>

interface ReadHead {
  readonly head: z.output<typeof headSchema>
  /** Where its text begins. */
  readonly headlineAt: Place
}

function readHead(head: string): Reply<ReadHead, TemplateFlaw> {
  const lines = new LineCounter()
  const document = parseDocument(head, { lineCounter: lines })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col: column } = error.linePos?.[0] ?? { line: 1, col: 1 }
    return fail({ line, column, flaw: librarySays(firstLine(error.message)) })
  }
  const placeOf = (path: readonly (string | number)[]) => {
    const offset = isMap(document.contents) ? offsetOf(document.contents, path) : 0
    const { line, col: column } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, column), offset }
  }
  const raw: unknown = document.toJS()
  const parsed = headSchema.safeParse(raw)
  if (parsed.success) {
    const { line, column, offset } = placeOf(['headline'])
    const quoted = /["']/.test(head.charAt(offset)) ? 1 : 0
    return (
      repeatedField(parsed.data) ?? ok({ head: parsed.data, headlineAt: { line: line + 1, column: column + quoted } })
    )
  }
  const issue = parsed.error.issues[0]
  const path = issue?.path.map(part => (typeof part === 'symbol' ? String(part) : part)) ?? []
  const field: FaultValue = path.length === 0 ? { code: 'whole-head' } : path.join('.')
  const flaw: CodedPart = { code: 'field-flaw', values: { field, flaw: flawOf(issue, raw) } }
  const { line, column } = placeOf(path)
  return fail({ line, column, flaw })
}

function repeatedField(head: z.output<typeof headSchema>): Reply<never, TemplateFlaw> | undefined {
  const names = head.fields.map(field => field.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  return twice === undefined
    ? undefined
    : fail({ line: 1, column: 1, flaw: { code: 'template-field-twice', values: { name: twice } } })
}

/** Place in the text of the deepest part of the path that is there. */
function offsetOf(contents: YAMLMap, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = contents.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return contents.range?.[0] ?? 0
}

/**
 * Both with every field filled and with every optional one empty: those are the two ways through most templates.
 * @param start where the text begins in its file
 */
function onTrial(text: string, fields: readonly TemplateField[], start: Place): Reply<Render, TemplateFlaw> {
  const moved = ({ line, column, flaw }: TemplateFlaw) => ({
    ...{ flaw, line: line + start.line - 1 },
    column: line === 1 ? column + start.column - 1 : column,
  })
  const compiled = compileTemplate(text)
  if (!compiled.ok) return fail(moved(compiled.fault))
  for (const empty of [false, true]) {
    const values = fields.map(field => [field.name, field.optional && empty ? null : field.label])
    const rendered = compiled.value(Object.fromEntries(values))
    if (!rendered.ok) return fail(moved(rendered.fault))
  }
  return compiled
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
