import type { PagePart } from '../../../../shared/contract/views'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { FeedReply, PublicPageAnswer } from '../../feeds/types'
import { type Api, openApi } from '../../http/api'
import type { HttpClient, HttpFault } from '../../http/types'
import { openRound } from '../parts'
import {
  parseComponents,
  parseIncidents,
  parseSummary,
  parseTemplates,
  type StatuspageComponent,
  type StatuspageIncident,
  type StatuspageTemplate,
  statuspageWords,
} from './parse'
import { isMaintenance, maintenance, pageComponents, publicIncident } from './translate'

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

/**
 * The same with the token, one call after the other: Statuspage allows one a second, measured over a minute. A part that
 * a token may not read is named, and costs the page nothing else.
 */
export function tokenReader(api: Api, page: string): (signal: AbortSignal) => FeedReply<PublicPageAnswer> {
  const query = [['per_page', String(PAGE_SIZE)]] as const
  const incidents = (which: string, signal: AbortSignal) =>
    api.ask({ method: 'GET', path: `${page}/incidents/${which}`, query }, parseIncidents, signal)
  return async signal => {
    const round = openRound<PagePart>()
    const all = () => pages<StatuspageComponent>(api, `${page}/components`, parseComponents, signal)
    const components = await round.read('components', all)
    const open = await round.read('incidents', () => incidents('unresolved', signal))
    const announced = await round.read('maintenances', async () => {
      const planned = await incidents('scheduled', signal)
      const active = planned.ok ? await incidents('active_maintenance', signal) : planned
      return planned.ok && active.ok ? ok(oneOfEach([...active.value, ...planned.value])) : active
    })
    const missing = round.end()
    if (!missing.ok) return missing
    return ok({
      components: pageComponents(components ?? []),
      incidents: (open ?? []).filter(incident => !isMaintenance(incident)).map(publicIncident),
      maintenances: (announced ?? []).map(maintenance),
      missing: missing.value,
    })
  }
}

/** One that begins between two requests stands in both lists: the first says how far it is. */
function oneOfEach(incidents: readonly StatuspageIncident[]): readonly StatuspageIncident[] {
  return [...new Map(incidents.toReversed().map(incident => [incident.id, incident])).values()].toReversed()
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
