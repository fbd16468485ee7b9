import type { Connection, PanelSpec } from '../../../shared/contract/connections'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Secrets } from '../ports'
import type { Scenario } from './scenario'
import { DATASOURCE } from './standins/grafana-query'
import { newToken } from './standins/token'

/** The same in every drill and after every restart: logs and settings refer to them. */
export const drillId = {
  pagerduty: 'drill-pagerduty' as ConnectionId,
  grafana: 'drill-grafana' as ConnectionId,
  prometheus: 'drill-prometheus' as ConnectionId,
  statuspage: 'drill-statuspage' as ConnectionId,
  slack: 'drill-slack' as ConnectionId,
}

export type DrillTokens = Readonly<Record<keyof typeof drillId, string>>

/** In the vendors' own forms, where they have one. */
export function newTokens(): DrillTokens {
  return {
    pagerduty: newToken('u+'),
    grafana: newToken('glsa_'),
    prometheus: newToken(''),
    statuspage: newToken(''),
    slack: newToken('xoxb-'),
  }
}

/** Secrets that end with the process: a token of a drill is worth nothing after it. */
export function secretsInMemory(tokens: DrillTokens): Secrets {
  const kept = new Map<ConnectionId, string>([
    [drillId.pagerduty, tokens.pagerduty],
    [drillId.grafana, tokens.grafana],
    [drillId.prometheus, tokens.prometheus],
    [drillId.statuspage, tokens.statuspage],
    [drillId.slack, tokens.slack],
  ])
  return {
    read: connection => kept.get(connection) ?? null,
    write: (connection, token) => kept.set(connection, token),
    forget: connection => kept.delete(connection),
    place: 'in memory, until this drill ends',
  }
}

/** Connections to stand-ins that listen at these origins. */
export function drillConnections(
  { pagerduty, statuspage, slack }: Scenario,
  origins: Readonly<Record<'pagerduty' | 'grafana' | 'statuspage' | 'slack', string>>,
): readonly Connection[] {
  const from = pagerduty.users.find(user => user.id === pagerduty.actAs)?.email
  return [
    { id: drillId.pagerduty, vendor: 'pagerduty', name: 'PagerDuty (drill)', baseUrl: origins.pagerduty, from },
    { id: drillId.grafana, vendor: 'grafana', name: 'Grafana (drill)', baseUrl: origins.grafana, annotate: true },
    {
      id: drillId.prometheus,
      vendor: 'prometheus',
      name: 'Prometheus (drill)',
      baseUrl: `${origins.grafana}/prometheus`,
    },
    {
      id: drillId.statuspage,
      vendor: 'statuspage',
      name: statuspage.name,
      baseUrl: origins.statuspage,
      pageId: statuspage.id,
    },
    {
      id: drillId.slack,
      vendor: 'slack',
      name: 'Slack (drill)',
      baseUrl: origins.slack,
      channel: slack.updates,
      warRoom: slack.warRoom,
    },
  ]
}

/** Every panel is read through Grafana, and straight from Prometheus when Grafana does not answer. */
export function drillPanels({ panels }: Scenario): readonly PanelSpec[] {
  return panels.map(({ id, title, unit, thresholds, means, queries }) => ({
    ...{ id, title, unit, thresholds, means },
    connection: drillId.grafana,
    datasourceUid: DATASOURCE,
    fallback: drillId.prometheus,
    queries: queries.map(({ legend, expr }) => ({ legend, expr })),
  }))
}
