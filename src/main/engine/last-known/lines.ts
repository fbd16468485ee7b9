import * as z from 'zod/mini'
import { panelUnits } from '../../../shared/contract/panel-units'
import { componentStatuses } from '../../../shared/domain/update'
import { codedFields } from '../../../shared/events/coded-field'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { KnownFeed, KnownOnCall, KnownPage, KnownPanel, LastKnown } from './last-known'

const FORMAT = 'quarterdeck-last-known'
export const LAST_KNOWN_VERSION = 1

/** Of one panel: some thousand lines of a chart. Of all: what is read in a blink at the next start. */
const LONGEST_LINE = 1_000_000
export const MOST_TEXT = 16_000_000

/**
 * [KN3] The file is lines of JSON: what it is, then each thing by itself, then how many there were, so that a line that
 * cannot be read costs itself alone and a file that was cut is noticed.
 */
export function* linesOf(known: LastKnown): Generator<string> {
  yield JSON.stringify({ format: FORMAT, version: LAST_KNOWN_VERSION })
  let [count, length] = [0, 0]
  for (const thing of things(known)) {
    const line = JSON.stringify(thing)
    if (line.length > LONGEST_LINE || length + line.length > MOST_TEXT / 2) continue
    count += 1
    length += line.length
    yield line
  }
  yield JSON.stringify({ end: count })
}

/** The small ones first: what has no room is the last charts. */
function* things({ feeds, pages, onCall, panels }: LastKnown): Generator<object> {
  for (const feed of feeds) yield { feed }
  for (const page of pages) yield { page }
  if (onCall !== null) yield { onCall }
  for (const panel of panels) yield { panel }
}

const first = z.object({ format: z.literal(FORMAT), version: z.number() })
const instant = z.number().check(z.int(), z.nonnegative())
const text = z.string()
const optionalText = z.optional(text)
const unit = z.optional(z.enum(panelUnits))
const known = { of: text, trueAt: instant }

const feedLine = z.object({ ...known, id: text, more: z.optional(z.literal(true)) })

const series = z
  .object({ name: text, times: z.array(z.number()), values: z.array(z.nullable(z.number())), unit })
  .check(z.refine(({ times, values }) => times.length === values.length))
const table = z.object({
  columns: z.array(z.object({ name: text, unit })),
  rows: z.array(z.array(z.nullable(z.union([text, z.number()])))),
  more: z.number(),
})
const panelLine = z.object({ ...known, series: z.array(series), table: z.optional(table) })

const missing = z.object({
  ...{ part: z.enum(['components', 'incidents', 'maintenances']), reason: text, ...codedFields },
  trueAt: z.nullable(instant),
})
const page = z.object({
  ...{ feed: text, connection: text, name: text },
  components: z.array(z.object({ id: text, name: text, status: z.enum(componentStatuses), group: optionalText })),
  incidents: z.array(
    z.object({
      ...{ externalId: text, name: text, status: text, lastUpdate: text },
      ...{ updatedAt: z.nullable(instant), url: z.nullable(text) },
    }),
  ),
  maintenances: z.optional(
    z.array(
      z.object({
        ...{ externalId: text, name: text, status: text, from: z.nullable(instant), to: z.nullable(instant) },
        ...{ url: z.nullable(text), components: z.optional(z.array(z.object({ id: text, name: text }))) },
      }),
    ),
  ),
  missing: z.optional(z.array(missing)),
})
const pageLine = z.object({ ...known, page })

const person = z.object({
  ...{ connection: text, externalId: z.nullable(text), name: text, policy: text, level: z.number() },
  ...{ services: z.optional(z.array(text)), until: z.nullable(instant) },
})
const policy = z.object({ connection: text, externalId: text, name: text })
const onCallLine = z.object({
  readAt: instant,
  list: z.object({ people: z.array(person), policies: z.array(policy), problem: text, ...codedFields }),
})

const line = z.union([
  z.object({ feed: feedLine }),
  z.object({ panel: panelLine }),
  z.object({ page: pageLine }),
  z.object({ onCall: onCallLine }),
])
const last = z.object({ end: z.number() })

export interface ReadLines {
  readonly known: LastKnown
  /** Lines that could not be read. */
  readonly odd: number
}

/** Faults go on after the file's name. */
export function parseLines(content: string): Reply<ReadLines, string> {
  const [head = '', ...rest] = content.split('\n').filter(one => one !== '')
  const begin = first.safeParse(jsonOf(head))
  if (!begin.success) return fail('is no file of what was last read')
  if (begin.data.version > LAST_KNOWN_VERSION) return fail('was written by a newer Quarterdeck')
  const end = last.safeParse(jsonOf(rest.at(-1) ?? ''))
  if (!end.success || end.data.end !== rest.length - 1) return fail('is not complete')
  const feeds: KnownFeed[] = []
  const panels: KnownPanel[] = []
  const pages: KnownPage[] = []
  let onCall: KnownOnCall | null = null
  let odd = 0
  for (const each of rest.slice(0, -1)) {
    const read = line.safeParse(jsonOf(each))
    if (!read.success) odd += 1
    else if ('feed' in read.data) feeds.push(read.data.feed)
    else if ('panel' in read.data) panels.push(read.data.panel)
    // Ids are branded, and what was written was of these types.
    else if ('page' in read.data) pages.push(read.data.page as unknown as KnownPage)
    else onCall = read.data.onCall as unknown as KnownOnCall
  }
  return ok({ known: { feeds, panels, pages, onCall }, odd })
}

function jsonOf(one: string): unknown {
  try {
    return JSON.parse(one)
  } catch {
    // What is no JSON fits no line.
    return undefined
  }
}
