import type { Connection } from '../../../../shared/contract/connections'
import { endpoint, openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { monitoringAuthorization } from '../authorization'
import { metricNames } from '../metric-names'
import { readRules } from '../rules'
import { fetchAlerts, rulesOf } from './alerts'
import { fetchAnnotations } from './annotations'
import { fetchPanels } from './panels'
import { grafanaMessage } from './parse'
import { probeGrafana } from './probe'
import { grafanaRequests } from './requests'
import { dashboardShelf } from './shelf'

/**
 * Reads panels through Grafana's data sources, and its own alerts, rules and annotations. Token: a service account's, or `user:password` on one's own host, or
 * none where Grafana lets everybody in.
 */
export function openGrafana(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const { baseUrl } = connection
  const headers = monitoringAuthorization(token)
  const apiAt = (root: string) => openApi({ vendor: 'grafana', http, baseUrl, root, headers, words: grafanaMessage })
  const api = apiAt('/api')
  return {
    alerts: { fetchOpenAlerts: signal => fetchAlerts(api, connection, signal) },
    rules: { fetchRules: signal => readRules(api, rulesOf(connection), signal) },
    annotations: { fetchAnnotations: (span, signal) => fetchAnnotations(api, connection, span, signal) },
    dashboards: dashboardShelf(api, {
      names: (source, now) =>
        metricNames(apiAt(`/api/datasources/proxy/uid/${encodeURIComponent(source)}/api/v1`), now),
      link: (uid, panel) => {
        const query = panel === null ? [] : [['viewPanel', String(panel)] as const]
        return endpoint(baseUrl.replace(/\/api\/*$/, ''), '', { path: `/d/${encodeURIComponent(uid)}`, query })?.href
      },
    }),
    panels: { fetchPanels: (panels, window, signal) => fetchPanels(api, panels, window, signal) },
    acts: grafanaRequests(api),
    channels: [],
    probe: signal => probeGrafana(api, signal),
  }
}
