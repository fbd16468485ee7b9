import type { Connection } from '../../../../shared/contract/connections'
import { ok } from '../../../../shared/lib/reply'
import { openApi, STORM_BODY_LIMIT } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { monitoringAuthorization } from '../authorization'
import { probeResult } from '../probe'
import { alertmanagerWords, parseAlerts, parseStatus } from './parse'
import { isSilenced, parseSilences } from './silences'
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
        if (!reply.ok) return reply
        // Asked only while something is silenced. Who silenced it is worth no missing alerts.
        const told = reply.value.some(isSilenced)
          ? await api.ask({ method: 'GET', path: '/silences' }, parseSilences, signal)
          : ok([])
        return ok(reply.value.map(alert => alertRow(connection.id, alert, told.ok ? told.value : [])))
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
