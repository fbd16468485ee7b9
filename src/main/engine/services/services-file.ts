import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import * as z from 'zod/mini'
import type { CodedPart, FaultValue } from '../../../shared/contract/fault-codes'
import { flawOf } from '../../../shared/contract/input-flaw'
import { nameKey } from '../../../shared/domain/alerts/facts'
import type { PublicService } from '../../../shared/domain/public-names'
import { fail, ok, type Reply } from '../../../shared/lib/reply'

/** A name of a service or component, or a page's id: one line. */
const word = z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\n⟦⟧]*$/, 'input-one-line'))

const fileSchema = z.strictObject({
  services: z
    .array(z.strictObject({ id: word, name: word, components: z._default(z.array(word).check(z.maxLength(50)), []) }))
    .check(z.maxLength(2_000)),
})

/** `line` and `column` count from 1. */
export interface FileFlaw {
  readonly line: number
  readonly column: number
  readonly flaw: CodedPart
}

/** Reads `services.yaml`; the first mistake is named with its place. An empty file has no services. */
export function readServices(text: string): Reply<readonly PublicService[], FileFlaw> {
  const lines = new LineCounter()
  // Aliases can make a small file huge, and no list of names needs them.
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines })
  const flawAt = (offset: number, flaw: CodedPart) => {
    const { line, col } = lines.linePos(offset)
    return fail({ line: Math.max(1, line), column: Math.max(1, col), flaw })
  }
  const [broken] = document.errors
  if (broken !== undefined) return flawAt(broken.pos[0], said(plainReason(broken.message)))
  const content = contentOf(document)
  if (!content.ok) return flawAt(0, said(content.fault))
  if (content.value === null) return ok([])
  const parsed = fileSchema.safeParse(content.value)
  if (!parsed.success) {
    // A misspelt field is the cause, and the one that is missing for it only follows.
    const { issues } = parsed.error
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
    const path = pathOf(issue)
    return flawAt(
      offsetOf(document, path, issue?.code === 'unrecognized_keys'),
      fieldFlaw(path, flawOf(issue, content.value)),
    )
  }
  const twice = repeated(parsed.data.services)
  if (twice === undefined) return ok(parsed.data.services)
  return flawAt(
    offsetOf(document, ['services', twice, 'id']),
    fieldFlaw(['services', twice, 'id'], { code: 'input-there-twice' }),
  )
}

function contentOf(document: Document): Reply<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: 0 }))
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function repeated(services: readonly { readonly id: string }[]): number | undefined {
  const seen = new Set<string>()
  const at = services.findIndex(({ id }) => {
    const key = nameKey(id)
    if (seen.has(key)) return true
    seen.add(key)
    return false
  })
  return at < 0 ? undefined : at
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

/** A key that is not known is the mistake itself, and not what stands behind it. */
function keyOrValue(document: Document, path: readonly (string | number)[], atKey: boolean): Node | undefined {
  const value = document.getIn(path, true)
  const parent = document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  if (atKey && pair !== undefined && isNode(pair.key)) return pair.key
  return isNode(value) ? value : undefined
}

function fieldFlaw(path: readonly (string | number)[], flaw: CodedPart): CodedPart {
  return { code: 'field-flaw', values: { field: fieldName(path), flaw } }
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
