import type { AlertRow } from '../../../../shared/contract/alert-rows'
import type { Connection } from '../../../../shared/contract/connections'
import type { FeedReply } from '../../feeds/types'
import { type Api, endpoint } from '../../http/api'
import { mapLongList } from '../../http/long-list'
import { plainLine } from '../../http/plain-text'
import { withAbout } from '../alert-about'
import type { LabelSet } from '../fields'
import { goodAnswer } from '../gaps'
import type { RulesOf } from '../rules'
import { sentAbout } from '../sent-about'
import { readAlerts, type SentAlert, sentAlertRow } from '../sent-alerts'

export const ALERTMANAGER = '/alertmanager/grafana/api/v2'
/** What a Viewer may read: the provisioning API is for administrators. */
export const RULES = '/prometheus/grafana/api/v1/rules'

/** Firing alerts of Grafana's own rules, as its own Alertmanager has them. */
export async function fetchAlerts(
  api: Api,
  connection: Connection,
  signal: AbortSignal,
): FeedReply<readonly AlertRow[]> {
  const read = await readAlerts(api, 'grafana', ALERTMANAGER, signal)
  if (!read.ok) return read
  const { alerts, silences, lacks, unread } = read.value
  return goodAnswer(await mapLongList(alerts, alert => alertRow(connection, alert, silences)), lacks, false, unread)
}

export function rulesOf(connection: Connection): RulesOf {
  // The firing instances of each rule are another feed's; an older Grafana sends them all the same.
  const query = [['limit_alerts', '0']] as const
  return {
    vendor: 'grafana',
    connection: connection.id,
    request: { path: RULES, query },
    url: uid => rulePage(connection, uid),
  }
}

function alertRow(connection: Connection, alert: SentAlert, silences: Parameters<typeof sentAlertRow>[2]): AlertRow {
  const rule = ruleUid(alert)
  const row = sentAlertRow(connection.id, { ...alert, labels: ownLabels(alert.labels ?? {}) }, silences)
  const blind = blindTitle(alert)
  const base = connection.baseUrl.replace(/\/(?:api\/?)?$/, '')
  const shown: AlertRow = {
    ...row,
    ...(blind !== null && { title: blind }),
    // Its own link has the address that is configured in Grafana, which browsers may be unable to reach.
    url: rulePage(connection, rule) ?? row.url,
    ...(rule !== null && { rule }),
  }
  return withAbout(shown, () => sentAbout(alert, shown.title, base))
}

function ruleUid({ labels, generatorURL }: SentAlert): string | null {
  const inLink = /\/alerting\/(?:grafana\/)?([\w-]{1,100})\/view/.exec(generatorURL ?? '')?.[1]
  return labels?.__alert_rule_uid__ ?? inLink ?? null
}

function rulePage({ baseUrl }: Connection, uid: string | null): string | null {
  if (uid === null) return null
  const path = `/alerting/grafana/${encodeURIComponent(uid)}/view`
  return endpoint(baseUrl.replace(/\/api\/*$/, ''), '', { path })?.href ?? null
}

/** Labels of Grafana's own housekeeping are written `__so__`. */
function ownLabels(labels: LabelSet): LabelSet {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !/^__.*__$/.test(name)))
}

/**
 * [GA1] Grafana sends an alert of its own where a rule has no data or cannot be worked out, with the rule's summary under
 * it: that reads as if the thing itself had happened. It is called by what it is.
 */
function blindTitle({ labels, annotations }: SentAlert): string | null {
  const rule = plainLine(labels?.rulename ?? '', 150) || 'a rule'
  if (labels?.alertname === 'DatasourceNoData') return `No data for ${rule}`
  if (labels?.alertname !== 'DatasourceError') return null
  return plainLine(`Cannot work out ${rule}: ${annotations?.Error ?? 'no reason was given'}`, 300)
}
