import type { Connection } from '../../../../shared/contract/connections'
import { ok } from '../../../../shared/lib/reply'
import { openApi, STORM_BODY_LIMIT } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { monitoringAuthorization } from '../authorization'
import { probeResult } from '../probe'
import { alertmanagerWords, parseAlerts, parseStatus } from './parse'
import { alertRow } from './translate'

/** Reads all alerts of an Alertmanager in one answer: it knows no pages. Token: none, a Bearer token, or `user:password`. */
export function openAlertmanager(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'alertmanager',
    http,
    baseUrl: connection.baseUrl,
    root: '/api/v2',
    headers: monitoringAuthorization(token),
    words: alertmanagerWords,
  })
  return {
    alerts: {
      fetchOpenAlerts: async signal => {
        const request = { method: 'GET', path: '/alerts', bodyLimit: STORM_BODY_LIMIT } as const
        const reply = await api.ask(request, parseAlerts, signal)
        return reply.ok ? ok(reply.value.map(alert => alertRow(connection.id, alert))) : reply
      },
    },
    channels: [],
    probe: async signal =>
      probeResult(
        await api.ask({ method: 'GET', path: '/status' }, parseStatus, signal),
        status => `Reached Alertmanager ${status.versionInfo.version}`,
      ),
  }
}
