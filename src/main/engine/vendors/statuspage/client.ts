import type { Connection } from '../../../../shared/contract/connections'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { FeedReply, PublicPageAnswer } from '../../feeds/types'
import { type Api, openApi } from '../../http/api'
import type { HttpClient, HttpFault } from '../../http/types'
import type { VendorAccount } from '../account'
import { probeResult } from '../probe'
import { statuspageActs } from './acts'
import { statuspageDelivery } from './delivery'
import { parseComponents, parseIncidents, parsePage, type StatuspageComponent, statuspageWords } from './parse'
import { pageComponents, publicIncident } from './translate'

const PAGE_SIZE = 100
/** A status page of more components than this is no status page; the end of a list is told by nothing else. */
const MOST_PAGES = 20

/** Reads what customers see on one page, and publishes to it. The token is a user's API key. */
export function openStatuspage(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'statuspage',
    http,
    baseUrl: connection.baseUrl,
    root: '/v1',
    headers: { Authorization: `OAuth ${token}` },
    words: statuspageWords,
  })
  const pageId = connection.pageId ?? ''
  if (pageId === '') return withoutPage
  const page = `/pages/${encodeURIComponent(pageId)}`
  return {
    publicPage: { fetchPublicPage: signal => fetchPublicPage(api, page, signal) },
    updates: statuspageDelivery(api, page),
    acts: statuspageActs(api, page),
    channels: [{ vendor: 'statuspage', connection: connection.id, target: pageId, label: connection.name }],
    probe: async signal =>
      probeResult(
        await api.ask({ method: 'GET', path: page }, parsePage, signal),
        found => `Reached the status page “${found.name ?? found.id}”`,
      ),
  }
}

const withoutPage: VendorAccount = {
  channels: [],
  probe: async () => ({
    good: false,
    message: 'Enter the id of the status page: it stands in the address of its settings',
  }),
}

/** One after the other: Statuspage allows one request a second, measured over a minute. */
async function fetchPublicPage(api: Api, page: string, signal: AbortSignal): FeedReply<PublicPageAnswer> {
  const components = await fetchComponents(api, page, signal)
  if (!components.ok) return components
  const query = [['per_page', String(PAGE_SIZE)]] as const
  const open = await api.ask({ method: 'GET', path: `${page}/incidents/unresolved`, query }, parseIncidents, signal)
  if (!open.ok) return open
  return ok({ components: pageComponents(components.value), incidents: open.value.map(publicIncident) })
}

/** Always by page: without paging this call is allowed once a minute only. A short page is the last. */
async function fetchComponents(
  api: Api,
  page: string,
  signal: AbortSignal,
): Promise<Reply<readonly StatuspageComponent[], HttpFault>> {
  const components: StatuspageComponent[] = []
  for (let at = 1; at <= MOST_PAGES; at += 1) {
    const query = [
      ['page', String(at)],
      ['per_page', String(PAGE_SIZE)],
    ] as const
    const part = await api.ask({ method: 'GET', path: `${page}/components`, query }, parseComponents, signal)
    if (!part.ok) return part
    components.push(...part.value)
    if (part.value.length < PAGE_SIZE) break
  }
  return ok(components)
}
