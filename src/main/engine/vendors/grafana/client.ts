import type { Connection } from '../../../../shared/contract/connections'
import { openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { monitoringAuthorization } from '../authorization'
import { grafanaActs } from './acts'
import { fetchPanels } from './panels'
import { grafanaWords } from './parse'
import { probeGrafana } from './probe'

/**
 * Reads panels through Grafana's data sources. Token: a service account's, or `user:password` on one's own host, or
 * none where Grafana lets everybody in.
 */
export function openGrafana(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'grafana',
    http,
    baseUrl: connection.baseUrl,
    root: '/api',
    headers: monitoringAuthorization(token),
    words: grafanaWords,
  })
  return {
    panels: { fetchPanels: (panels, window, signal) => fetchPanels(api, panels, window, signal) },
    acts: grafanaActs(api),
    channels: [],
    probe: signal => probeGrafana(api, signal),
  }
}
