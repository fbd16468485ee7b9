import type { Connection } from '../../../../shared/contract/connections'
import type { AlertRow } from '../../../../shared/contract/views'
import { ok } from '../../../../shared/lib/reply'
import type { FeedReply } from '../../feeds/types'
import { type Api, openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { probeResult } from '../probe'
import { pagerDutyWords, parseIncidentPage } from './parse'
import { isOpen, pageRow } from './translate'

const PAGE_SIZE = 100
/** PagerDuty answers 400 where `offset + limit` is over this. */
const DEEPEST_ROW = 10_000

/** Reads open incidents. `token` is a REST API key; one that begins with "Bearer " is sent as it is (OAuth). */
export function openPagerDuty(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'pagerduty',
    http,
    baseUrl: connection.baseUrl,
    root: '',
    headers: {
      Accept: 'application/vnd.pagerduty+json;version=2',
      Authorization: token.startsWith('Bearer ') ? token : `Token token=${token}`,
    },
    words: pagerDutyWords,
  })
  return {
    alerts: { fetchOpenAlerts: signal => fetchOpenIncidents(api, connection, signal) },
    channels: [],
    probe: async signal =>
      probeResult(await fetchPage(api, { offset: 0, limit: 1 }, signal), () => 'PagerDuty lets us read its incidents'),
  }
}

/** Newest first, so that an account with more open incidents than PagerDuty will page through shows the 10,000 newest. */
async function fetchOpenIncidents(
  api: Api,
  connection: Connection,
  signal: AbortSignal,
): FeedReply<readonly AlertRow[]> {
  // By id: an incident that opens while we page pushes the last one of a page onto the next.
  const rows = new Map<string, AlertRow>()
  for (let offset = 0; offset + PAGE_SIZE <= DEEPEST_ROW; offset += PAGE_SIZE) {
    const page = await fetchPage(api, { offset, limit: PAGE_SIZE }, signal)
    if (!page.ok) return page
    for (const incident of page.value.incidents.filter(isOpen)) rows.set(incident.id, pageRow(connection.id, incident))
    if (page.value.more !== true || page.value.incidents.length === 0) break
  }
  return ok([...rows.values()])
}

function fetchPage(api: Api, page: { readonly offset: number; readonly limit: number }, signal: AbortSignal) {
  const query = [
    ['statuses[]', 'triggered'],
    ['statuses[]', 'acknowledged'],
    // Without it PagerDuty answers for one month only, and an old open incident is missed.
    ['date_range', 'all'],
    ['sort_by', 'created_at:desc'],
    ['limit', String(page.limit)],
    ['offset', String(page.offset)],
  ] as const
  return api.ask({ method: 'GET', path: '/incidents', query }, parseIncidentPage, signal)
}
