import { joinedReasons } from '../../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { StatusPagePart } from '../../../../shared/contract/status-pages'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { FeedReply, PublicPageAnswer } from '../../feeds/types'
import { type Api, openApi } from '../../http/api'
import type { Parser } from '../../http/json'
import { cutList, type ListName, type OddRow, type ParsedRows, someRead, unreadRows } from '../../http/rows'
import type { HttpClient, HttpFault } from '../../http/types'
import { goodAnswer } from '../gaps'
import { openRound } from '../parts'
import {
  parseComponents,
  parseIncidents,
  parseMetrics,
  parseSummary,
  parseTemplates,
  type StatuspageIncident,
  type StatuspageMetric,
  type StatuspageTemplate,
  statuspageMessage,
} from './parse'
import { isMaintenance, maintenance, pageComponents, publicIncident } from './translate'

const PAGE_SIZE = 100
/** No real status page has more components than this; the API marks the end of a list in no other way. */
const MOST_PAGES = 20

/**
 * [SP21] Reads the page as any customer's browser can: without the token, whose one request a second stays free for
 * publishing. The token never goes to that address.
 */
export function summaryReader(
  publicUrl: string,
  http: HttpClient,
): (signal: AbortSignal) => FeedReply<PublicPageAnswer> {
  const api = openApi({
    vendor: 'statuspage',
    http,
    baseUrl: publicUrl,
    root: '/api/v2',
    headers: {},
    words: statuspageMessage,
  })
  return async signal => {
    const summary = await api.ask({ method: 'GET', path: '/summary.json' }, parseSummary, signal)
    if (!summary.ok) return summary
    const { components, incidents = noRows, scheduled_maintenances: planned = noRows } = summary.value
    const some = someRead(components, 'list-components')
    if (!some.ok) return some
    const answer = {
      components: pageComponents(some.value),
      incidents: incidents.read.map(publicIncident),
      maintenances: planned.read.map(maintenance),
    }
    return goodAnswer(answer, [
      unreadRows(components, 'list-components'),
      unreadRows(incidents, 'list-incidents'),
      unreadRows(planned, 'list-maintenances'),
    ])
  }
}

const noRows = { read: [], odd: [] }

const incidentLists = {
  unresolved: 'list-unresolved-incidents',
  scheduled: 'list-scheduled-incidents',
  active_maintenance: 'list-active-maintenance-incidents',
} as const

/**
 * The same with the token, one call after the other: Statuspage allows one a second, measured over a minute. A part that
 * a token may not read is named, and costs the page nothing else.
 */
export function tokenReader(api: Api, page: string): (signal: AbortSignal) => FeedReply<PublicPageAnswer> {
  const incidents = (which: keyof typeof incidentLists, signal: AbortSignal) =>
    pages(api, { path: `${page}/incidents/${which}`, what: incidentLists[which] }, parseIncidents, signal)
  return async signal => {
    const round = openRound<StatusPagePart>()
    const list = { path: `${page}/components`, what: 'list-components' } as const
    const components = await round.read('components', () => pages(api, list, parseComponents, signal))
    const open = await round.read('incidents', () => incidents('unresolved', signal))
    const planned = await round.read('maintenances', () => incidents('scheduled', signal))
    const active =
      planned === null ? null : await round.read('maintenances', () => incidents('active_maintenance', signal))
    const missing = round.end()
    if (!missing.ok) return missing
    const lists = [components, open, planned, active]
    const answer = {
      components: pageComponents(components?.items ?? []),
      incidents: (open?.items ?? []).filter(incident => !isMaintenance(incident)).map(publicIncident),
      maintenances: active === null ? [] : oneOfEach([...active.items, ...(planned?.items ?? [])]).map(maintenance),
      missing: missing.value,
    }
    return goodAnswer(
      answer,
      lists.map(one => one?.lacks ?? ''),
      lists.some(one => one?.more === true),
    )
  }
}

/** A maintenance that begins between two requests is in both lists: the first says how far it is. */
function oneOfEach(incidents: readonly StatuspageIncident[]): readonly StatuspageIncident[] {
  return [...new Map(incidents.toReversed().map(incident => [incident.id, incident])).values()].toReversed()
}

export function readTemplates(
  api: Api,
  page: string,
  signal: AbortSignal,
): Promise<Reply<PageList<StatuspageTemplate>, HttpFault>> {
  return pages(api, { path: `${page}/incident_templates`, what: 'list-templates' }, parseTemplates, signal)
}

export function readMetrics(
  api: Api,
  page: string,
  signal: AbortSignal,
): Promise<Reply<PageList<StatuspageMetric>, HttpFault>> {
  return pages(api, { path: `${page}/metrics`, what: 'list-metrics' }, parseMetrics, signal)
}

/** A list as far as it was read. */
interface PageList<T> {
  readonly items: readonly T[]
  /** Empty for nothing. */
  readonly lacks: FaultValue
  readonly more: boolean
}

/** Always by page: components without paging are allowed once a minute only. A short page is the last. */
async function pages<T extends { readonly id: string }>(
  api: Api,
  { path, what }: { readonly path: string; readonly what: ListName },
  parse: Parser<ParsedRows<T>>,
  signal: AbortSignal,
): Promise<Reply<PageList<T>, HttpFault>> {
  const [read, odd]: [T[], OddRow[]] = [[], []]
  let more = true
  for (let at = 1; more && at <= MOST_PAGES; at += 1) {
    const query = [
      ['page', String(at)],
      ['per_page', String(PAGE_SIZE)],
    ] as const
    const part = await api.ask({ method: 'GET', path, query }, parse, signal)
    if (!part.ok) return part
    const known = new Set(read.map(({ id }) => id))
    const fresh = part.value.read.filter(({ id }) => !known.has(id))
    read.push(...fresh)
    odd.push(...part.value.odd)
    more = part.value.read.length + part.value.odd.length >= PAGE_SIZE
    // A list that answers its first page for every number is not asked twenty times.
    if (fresh.length === 0) break
  }
  const items = someRead({ read, odd }, what)
  if (!items.ok) return items
  const cut = more ? cutList(read.length + odd.length, what) : ''
  const lacks = joinedReasons([unreadRows({ read, odd }, what), cut])
  return ok({ items: items.value, lacks, more })
}
