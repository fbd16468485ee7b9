import { setImmediate as nextTurn } from 'node:timers/promises'
import type { VendorFault } from '../../../shared/contract/faults'
import type { Vendor } from '../../../shared/contract/vendors'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { noData, noJson, type Parser } from './json'
import type { OddRow, ParsedRows } from './rows'

/** Reads the rows of an answer that is a list as long as a storm, in parts, with the engine's loop free in between. */
export async function parseLongList<T>(
  vendor: Vendor,
  text: string,
  parse: Parser<ParsedRows<T>>,
): Promise<Reply<ParsedRows<T>, VendorFault>> {
  const fault = noData(vendor, text)
  if (fault !== null) return fail(fault)
  const [read, odd]: [T[], OddRow[]] = [[], []]
  try {
    for await (const part of partsOfList(text)) {
      const rows = parse(part)
      if (!rows.ok) return rows
      for (const row of rows.value.read) read.push(row)
      for (const row of rows.value.odd) odd.push(row)
    }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return fail(noJson(vendor))
  }
  return ok({ read, odd })
}

/** Rows that are translated in one turn of the loop. */
const ROWS = 1_000

/** `list.map(make)`, with the engine's loop free in between. */
export async function mapLongList<Row, Made>(list: readonly Row[], make: (row: Row) => Made): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const row of list) {
    made.push(make(row))
    if (made.length % ROWS === 0) await nextTurn()
  }
  return made
}

/** Characters that are parsed in one turn of the loop: about two milliseconds. */
const PART = 256 * 1024
/** Places in a row at which a list does not divide, before the next is looked for twice as far on. */
const MISSES = 4

/** Where one row ends and the next begins, unless it is in a text or in a list within a row. */
const between = /\}\s*,\s*(?=\{)/g

/**
 * The rows of a JSON text that is one list, parsed part by part with the loop free in between: a storm's answer has tens
 * of megabytes. A part is what parses as a list by itself, so that the rows are those of the whole text, whatever is in it.
 * Yields what is no list as it is. @throws SyntaxError where the text is no JSON
 */
export async function* partsOfList(text: string): AsyncGenerator<unknown, void> {
  let start = text.search(/\S/)
  if (text.length <= PART || text[start] !== '[') {
    yield JSON.parse(text)
    return
  }
  start += 1
  let [size, misses, lost] = [PART, 0, 0]
  // What a text that does not divide may cost is no more than parsing it twice.
  while (text.length - start > size && lost < text.length) {
    between.lastIndex = start + size
    const found = between.exec(text)
    if (found === null) break
    const rows = listIn(text.slice(start, found.index + 1))
    if (rows !== undefined) {
      yield rows
      start = found.index + found[0].length
      size = PART
      misses = 0
    } else {
      lost += found.index - start
      size = found.index + 1 - start
      misses += 1
      if (misses % MISSES === 0) size *= 2
    }
    await nextTurn()
  }
  yield JSON.parse(`[${text.slice(start)}`)
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    return JSON.parse(`[${text}]`) as readonly unknown[]
  } catch {
    // The place was in a text, or in a list within a row.
    return undefined
  }
}
