import * as z from 'zod/mini'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { Api, ApiRequest } from '../../http/api'
import { type Parser, parserOf } from '../../http/json'
import type { HttpFault } from '../../http/types'

export const PAGE_SIZE = 100
/** PagerDuty answers 400 where `offset + limit` is over this. */
export const DEEPEST_ROW = 10_000

export interface Page<T> {
  readonly items: readonly T[]
  readonly more: boolean
}

/** Parses one page of a list: `{ [name]: items, more }`. */
export function pageOf<S extends z.ZodMiniType>(name: string, item: S): Parser<Page<z.output<S>>> {
  const parse = parserOf('pagerduty', z.object({ [name]: z.array(item), more: z.nullish(z.boolean()) }))
  return body => {
    const reply = parse(body)
    if (!reply.ok) return reply
    // The schema has just been asked for a list of `item` at this very name, which the compiler cannot follow.
    const items = reply.value[name] as readonly z.output<S>[]
    return ok({ items, more: reply.value.more === true })
  }
}

export interface ListRequest {
  readonly path: string
  readonly query?: ApiRequest['query']
  /** Not more rows than this. */
  readonly most: number
}

/** A list to its end, or to `most` rows. */
export async function readList<T>(
  api: Api,
  { path, query = [], most }: ListRequest,
  parse: Parser<Page<T>>,
  signal: AbortSignal,
): Promise<Reply<readonly T[], HttpFault>> {
  const items: T[] = []
  for (let offset = 0; offset < Math.min(most, DEEPEST_ROW); offset += PAGE_SIZE) {
    const place = [
      ['limit', String(PAGE_SIZE)],
      ['offset', String(offset)],
    ] as const
    const page = await api.ask({ method: 'GET', path, query: [...query, ...place] }, parse, signal)
    if (!page.ok) return page
    items.push(...page.value.items)
    if (!page.value.more || page.value.items.length === 0) break
  }
  return ok(items)
}
