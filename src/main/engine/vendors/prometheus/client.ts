import type { AlertRow } from '../../../../shared/contract/alert-rows'
import { coded } from '../../../../shared/contract/coded-text'
import type { Connection, ProbeResult } from '../../../../shared/contract/connections'
import type { FeedReply } from '../../feeds/types'
import { type Api, endpoint, openApi, STORM_BODY_LIMIT } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import { someRead, unreadRows } from '../../http/rows'
import type { HttpClient } from '../../http/types'
import { tryReads } from '../abilities'
import type { VendorAccount } from '../account'
import { monitoringAuthorization } from '../authorization'
import { goodAnswer } from '../gaps'
import { metricNames } from '../metric-names'
import { probeResult } from '../probe'
import { type RulesOf, readRules } from '../rules'
import { parseAlerts, parseBuild, parseSuccess, prometheusMessage } from './parse'
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
    words: prometheusMessage,
  })
  return {
    alerts: { fetchOpenAlerts: signal => fetchAlerts(api, connection, signal) },
    rules: { fetchRules: signal => readRules(api, rulesOf(connection), signal) },
    panels: { fetchPanels: (panels, window, signal) => fetchRanges(api, panels, window, signal) },
    names: now => metricNames(api, now),
    channels: [],
    probe: signal => probe(api, signal),
  }
}

/** Where its own pages are. */
function pageAt(connection: Connection, path: string): string | null {
  return endpoint(connection.baseUrl.replace(/\/api\/v1\/*$/, ''), '', { path })?.href ?? null
}

function rulesOf(connection: Connection): RulesOf {
  // A version that does not know these words answers with everything, which is read as well.
  const query = [
    ['type', 'alert'],
    ['exclude_alerts', 'true'],
  ] as const
  const page = pageAt(connection, '/rules')
  return { vendor: 'prometheus', connection: connection.id, request: { path: '/rules', query }, url: () => page }
}

async function fetchAlerts(api: Api, connection: Connection, signal: AbortSignal): FeedReply<readonly AlertRow[]> {
  const request = { method: 'GET', path: '/alerts', bodyLimit: STORM_BODY_LIMIT } as const
  const reply = await api.ask(request, parseAlerts, signal)
  if (!reply.ok) return reply
  const page = pageAt(connection, '/alerts')
  const { alerts } = reply.value.data
  const some = someRead(alerts, 'list-alerts')
  if (!some.ok) return some
  const rows = some.value.filter(isUp).map(alert => alertRow(connection.id, alert, page))
  const warnings = (reply.value.warnings ?? []).map(text => plainLine(text, 300))
  const known = [...new Map(rows.map(row => [row.id, row])).values()]
  return goodAnswer(known, [unreadRows(alerts, 'list-alerts'), ...warnings], false, alerts.odd.length)
}

const nothing = ['match[]', '{__name__="quarterdeck_asks_for_nothing"}'] as const

/** A small query: a test must not fetch a storm. */
const trials = [
  { name: 'read-panels', path: '/query', query: [['query', '1']] },
  { name: 'read-alerts', path: '/alerts' },
  { name: 'read-alert-rules', path: '/rules', query: [['type', 'alert'], ['group_limit', '1'], nothing] },
] as const

async function probe(api: Api, signal: AbortSignal): Promise<ProbeResult> {
  const reached = await reach(api, signal)
  return reached.good ? { ...reached, abilities: await tryReads(api, trials, signal) } : reached
}

/** The version; if a hosted Prometheus does not give it, the smallest query there is. */
async function reach(api: Api, signal: AbortSignal): Promise<ProbeResult> {
  const build = await api.ask({ method: 'GET', path: '/status/buildinfo' }, parseBuild, signal)
  const told = build.ok || build.fault.kind !== 'vendor-error'
  if (told)
    return probeResult(build, ({ data: { version } }) =>
      version ? coded('reached-prometheus', { version }) : coded('reached-some-prometheus'),
    )
  const form = { query: '1' }
  const query = await api.ask({ method: 'POST', path: '/query', form }, parseSuccess, signal)
  return probeResult(query, () => coded('reached-queries'))
}
