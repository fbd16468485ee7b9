import { Liquid, LiquidError, type Template } from 'liquidjs'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { TimeOver, withinTime } from '../guards/within-time'

/** Why a template could not be used. `line` and `column` count from 1 in the text that was given. */
export interface TemplateFlaw {
  readonly line: number
  readonly column: number
  readonly flaw: CodedPart
}

export type Render = (values: Readonly<Record<string, string | null>>) => Reply<string, TemplateFlaw>

const TEXT_LIMIT = 100_000
/** Objects and characters that one rendering may make; our longest template makes a few thousand. */
const MEMORY_LIMIT = 1_000_000
/** Where nothing says which part of it is wrong. */
const wholeText = { line: 1, column: 1 }
const TOO_LONG: CodedPart = { code: 'template-too-much', values: { most: TEXT_LIMIT } }
/**
 * A rendering takes well under a millisecond. The library's own limit measures wall-clock time, so we do not use it.
 */
const RENDER_LIMIT: Millis = SECOND

/**
 * Compiles a template that comes from a file a team may have written. It sees the values that it is given and nothing
 * else: no files, no prototypes, no clock; what it does not know is an error. Its time ends wherever it is, in the midst
 * of a filter too, and so does what its values and its text may grow to. Values are data and are never read as
 * template text.
 */
export function compileTemplate(text: string): Reply<Render, TemplateFlaw> {
  try {
    const liquid = openSandbox()
    const compiled = withinTime(RENDER_LIMIT, () => liquid.parse(text))
    return ok(values => render(liquid, compiled, values))
  } catch (error) {
    return fail(flawOf(error))
  }
}

function openSandbox(): Liquid {
  const liquid = new Liquid({
    // Includes and layouts look in here and never on the disk.
    templates: {},
    globals: {},
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    parseLimit: TEXT_LIMIT,
    memoryLimit: MEMORY_LIMIT,
  })
  liquid.registerFilter('sentence', sentence)
  return liquid
}

function render(liquid: Liquid, compiled: Template[], values: Readonly<Record<string, string | null>>) {
  try {
    const text = String(withinTime(RENDER_LIMIT, () => liquid.renderSync(compiled, values)))
    return text.length > TEXT_LIMIT ? fail({ ...wholeText, flaw: TOO_LONG }) : ok(text)
  } catch (error) {
    return fail(flawOf(error))
  }
}

/** Begins with a capital and ends with a full stop, unless it ends with a mark of its own. */
function sentence(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return ''
  const [first = ''] = text
  const capital = first.toUpperCase() + text.slice(first.length)
  return /[.!?…:;。！？۔؟।][)\]”"’»]*$/u.test(capital) ? capital : `${capital}.`
}

function flawOf(error: unknown): TemplateFlaw {
  if (error instanceof TimeOver) return { ...wholeText, flaw: { code: 'template-slow', values: { most: error.most } } }
  if (!LiquidError.is(error))
    return { ...wholeText, flaw: librarySays(error instanceof Error ? error.message : String(error)) }
  const [line = 1, column = 1] = error.token.getPosition()
  // The library repeats the place in its message: "undefined filter: x, line:3, col:1"
  return { line, column, flaw: librarySays(error.message.replace(/,? (file:\S+, )?line:\d+, col:\d+/, '')) }
}

/** In the library's own words. */
export function librarySays(said: string): CodedPart {
  return { code: 'library-says', values: { said } }
}
