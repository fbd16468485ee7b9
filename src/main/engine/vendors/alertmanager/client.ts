import { coded } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import { openApi } from '../../http/api'
import { mapLongList } from '../../http/long-list'
import type { HttpClient } from '../../http/types'
import { tryReads } from '../abilities'
import type { VendorAccount } from '../account'
import { monitoringAuthorization } from '../authorization'
import { goodAnswer } from '../gaps'
import { probeResult } from '../probe'
import { readAlerts, readSilences, sentAlertRow } from '../sent-alerts'
import { alertmanagerMessage, parseStatus } from './parse'

/** Fits nothing: a test must not fetch a storm. */
const none = [['filter', 'alertname="quarterdeck asks for nothing"']] as const

const trials = [
  { name: 'read-alerts', path: '/alerts', query: none },
  { name: 'see-silences', path: '/silences', query: none },
] as const

/** Reads all alerts of an Alertmanager in one answer: it knows no pages. Token: none, a Bearer token, or `user:password`. */
export function openAlertmanager(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'alertmanager',
    http,
    baseUrl: connection.baseUrl,
    root: '/api/v2',
    headers: monitoringAuthorization(token),
    words: alertmanagerMessage,
  })
  return {
    alerts: {
      fetchOpenAlerts: async signal => {
        const read = await readAlerts(api, 'alertmanager', '', signal)
        if (!read.ok) return read
        const { alerts, silences, lacks, unread } = read.value
        return goodAnswer(
          await mapLongList(alerts, alert => sentAlertRow(connection.id, alert, silences)),
          lacks,
          false,
          unread,
        )
      },
    },
    silences: signal => readSilences(api, 'alertmanager', connection.id, '', signal),
    channels: [],
    probe: async signal => {
      const status = await api.ask({ method: 'GET', path: '/status' }, parseStatus, signal)
      const reached = probeResult(status, ({ versionInfo }) =>
        coded('reached-alertmanager', { version: versionInfo.version }),
      )
      return reached.good ? { ...reached, abilities: await tryReads(api, trials, signal) } : reached
    },
  }
}
