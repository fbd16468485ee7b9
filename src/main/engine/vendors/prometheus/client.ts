import type { Connection, ProbeResult } from '../../../../shared/contract/connections'
import type { AlertRow } from '../../../../shared/contract/views'
import { ok } from '../../../../shared/lib/reply'
import type { FeedReply } from '../../feeds/types'
import { type Api, endpoint, openApi, STORM_BODY_LIMIT } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { monitoringAuthorization } from '../authorization'
import { metricNames } from '../metric-names'
import { probeResult } from '../probe'
import { parseAlerts, parseBuild, parseSuccess, prometheusWords } from './parse'
import { fetchRanges } from './range'
import { alertRow, isUp } from './translate'

/** Reads ranges and alerts of a Prometheus, or of what speaks its API. Token: none, a Bearer token, or `user:password`. */
export function openPrometheus(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'prometheus',
    http,
    baseUrl: connection.baseUrl,
    root: '/api/v1',
    headers: monitoringAuthorization(token),
    words: prometheusWords,
  })
  return {
    alerts: { fetchOpenAlerts: signal => fetchAlerts(api, connection, signal) },
    panels: { fetchPanels: (panels, window, signal) => fetchRanges(api, panels, window, signal) },
    names: now => metricNames(api, now),
    channels: [],
    probe: signal => probe(api, signal),
  }
}

async function fetchAlerts(api: Api, connection: Connection, signal: AbortSignal): FeedReply<readonly AlertRow[]> {
  const request = { method: 'GET', path: '/alerts', bodyLimit: STORM_BODY_LIMIT } as const
  const reply = await api.ask(request, parseAlerts, signal)
  if (!reply.ok) return reply
  const page = endpoint(connection.baseUrl.replace(/\/api\/v1\/*$/, ''), '', { path: '/alerts' })
  const rows = reply.value.data.alerts.filter(isUp).map(alert => alertRow(connection.id, alert, page?.href ?? null))
  return ok([...new Map(rows.map(row => [row.id, row])).values()])
}

/** The version; where a hosted Prometheus does not tell it, the smallest query there is. */
async function probe(api: Api, signal: AbortSignal): Promise<ProbeResult> {
  const build = await api.ask({ method: 'GET', path: '/status/buildinfo' }, parseBuild, signal)
  const told = build.ok || build.fault.kind !== 'vendor-error'
  if (told) return probeResult(build, found => `Reached Prometheus ${found.data.version ?? ''}`.trim())
  const form = { query: '1' }
  const query = await api.ask({ method: 'POST', path: '/query', form }, parseSuccess, signal)
  return probeResult(query, () => 'Reached Prometheus: it answers queries')
}
