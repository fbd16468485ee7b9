import { ok, type Reply } from '../../../../shared/lib/reply'
import type { FeedReply, PublicPageAnswer } from '../../feeds/types'
import { type Api, openApi } from '../../http/api'
import type { HttpClient, HttpFault } from '../../http/types'
import {
  parseComponents,
  parseIncidents,
  parseSummary,
  parseTemplates,
  type StatuspageComponent,
  type StatuspageTemplate,
  statuspageWords,
} from './parse'
import { maintenance, pageComponents, publicIncident } from './translate'

const PAGE_SIZE = 100
/** A status page of more components than this is no status page; the end of a list is told by nothing else. */
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
    words: statuspageWords,
  })
  return async signal => {
    const summary = await api.ask({ method: 'GET', path: '/summary.json' }, parseSummary, signal)
    if (!summary.ok) return summary
    const { components, incidents, scheduled_maintenances } = summary.value
    return ok({
      components: pageComponents(components),
      incidents: (incidents ?? []).map(publicIncident),
      maintenances: (scheduled_maintenances ?? []).map(maintenance),
    })
  }
}

/** The same with the token, one call after the other: Statuspage allows one a second, measured over a minute. */
export function tokenReader(api: Api, page: string): (signal: AbortSignal) => FeedReply<PublicPageAnswer> {
  return async signal => {
    const components = await pages<StatuspageComponent>(api, `${page}/components`, parseComponents, signal)
    if (!components.ok) return components
    const query = [['per_page', String(PAGE_SIZE)]] as const
    const open = await api.ask({ method: 'GET', path: `${page}/incidents/unresolved`, query }, parseIncidents, signal)
    if (!open.ok) return open
    const planned = await api.ask({ method: 'GET', path: `${page}/incidents/scheduled`, query }, parseIncidents, signal)
    if (!planned.ok) return planned
    return ok({
      components: pageComponents(components.value),
      incidents: open.value.map(publicIncident),
      maintenances: planned.value.map(maintenance),
    })
  }
}

export function readTemplates(
  api: Api,
  page: string,
  signal: AbortSignal,
): Promise<Reply<readonly StatuspageTemplate[], HttpFault>> {
  return pages<StatuspageTemplate>(api, `${page}/incident_templates`, parseTemplates, signal)
}

/** Always by page: components without paging are allowed once a minute only. A short page is the last. */
async function pages<T>(
  api: Api,
  path: string,
  parse: Parameters<typeof api.ask<readonly T[]>>[1],
  signal: AbortSignal,
): Promise<Reply<readonly T[], HttpFault>> {
  const items: T[] = []
  for (let at = 1; at <= MOST_PAGES; at += 1) {
    const query = [
      ['page', String(at)],
      ['per_page', String(PAGE_SIZE)],
    ] as const
    const part = await api.ask({ method: 'GET', path, query }, parse, signal)
    if (!part.ok) return part
    items.push(...part.value)
    if (part.value.length < PAGE_SIZE) break
  }
  return ok(items)
}
