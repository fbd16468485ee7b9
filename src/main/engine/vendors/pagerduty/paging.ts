import * as z from 'zod/mini'
import { joinedReasons } from '../../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { Api, ApiRequest } from '../../http/api'
import { type Parser, parserOf } from '../../http/json'
import { cutList, type ListName, type ParsedRows, rowsOf, someRead, unreadRows } from '../../http/rows'
import type { HttpFault } from '../../http/types'

export const PAGE_SIZE = 100
/** PagerDuty answers 400 where `offset + limit` is over this. */
export const DEEPEST_ROW = 10_000

export interface Slice<T> {
  /** What its rows are called. */
  readonly what: ListName
  readonly rows: ParsedRows<T>
  readonly more: boolean
}

/** Parses one page of a list: `{ [name]: items, more }`. */
export function sliceOf<S extends z.ZodMiniType>(name: string, item: S): Parser<Slice<z.output<S>>> {
  const parse = parserOf('pagerduty', z.object({ [name]: rowsOf(item), more: z.nullish(z.boolean()) }))
  return body => {
    const reply = parse(body)
    if (!reply.ok) return reply
    // The schema has just been asked for rows of `item` at this very name, which the compiler cannot follow.
    const rows = reply.value[name] as ParsedRows<z.output<S>>
    return ok({ what: { theirs: name.replaceAll('_', ' ') }, rows, more: reply.value.more === true })
  }
}

export interface ListRequest {
  readonly path: string
  readonly query?: ApiRequest['query']
  /** Not more rows than this. */
  readonly most: number
}

/** A list as far as it was read. */
export interface PagedList<T> {
  readonly items: readonly T[]
  /** Empty for nothing. */
  readonly lacks: FaultValue
  /** It continues beyond what was read. */
  readonly more: boolean
}

/** A list to its end, or to `most` rows. A fault in a later page costs the whole: half a list reads like all of it. */
export async function readList<T>(
  api: Api,
  { path, query = [], most }: ListRequest,
  parse: Parser<Slice<T>>,
  signal: AbortSignal,
): Promise<Reply<PagedList<T>, HttpFault>> {
  const [read, odd]: [T[], ParsedRows<T>['odd'][number][]] = [[], []]
  let [more, what]: [boolean, ListName] = [true, { theirs: '' }]
  for (let offset = 0; more && offset < most && offset + PAGE_SIZE <= DEEPEST_ROW; offset += PAGE_SIZE) {
    const place = [
      ['limit', String(PAGE_SIZE)],
      ['offset', String(offset)],
    ] as const
    const page = await api.ask({ method: 'GET', path, query: [...query, ...place] }, parse, signal)
    if (!page.ok) return page
    const { rows } = page.value
    read.push(...rows.read)
    odd.push(...rows.odd)
    ;({ more, what } = page.value)
    // A page without a row that says there is more would be asked for without an end.
    if (rows.read.length + rows.odd.length === 0) break
  }
  const items = someRead({ read, odd }, what)
  if (!items.ok) return items
  const lacks = joinedReasons([unreadRows({ read, odd }, what), more ? cutList(read.length + odd.length, what) : ''])
  return ok({ items: items.value, lacks, more })
}

/** The rows alone, for where nothing hangs on one that is missing. */
export async function readItems<T>(...asked: Parameters<typeof readList<T>>): Promise<Reply<readonly T[], HttpFault>> {
  const list = await readList(...asked)
  return list.ok ? ok(list.value.items) : list
}
