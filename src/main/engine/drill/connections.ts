import type { Connection, PanelSpec } from '../../../shared/contract/connections'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Secrets } from '../ports'
import type { Scenario } from './scenario'
import { DATASOURCE } from './standins/grafana-query'
import { MAIL_USER } from './standins/mail'
import { postPath } from './standins/posts'
import { newToken } from './standins/token'

/** The same in every drill and after every restart: logs and settings refer to them. */
export const drillId = {
  pagerduty: 'drill-pagerduty' as ConnectionId,
  grafana: 'drill-grafana' as ConnectionId,
  prometheus: 'drill-prometheus' as ConnectionId,
  statuspage: 'drill-statuspage' as ConnectionId,
  slack: 'drill-slack' as ConnectionId,
  teams: 'drill-teams' as ConnectionId,
  email: 'drill-email' as ConnectionId,
  webhook: 'drill-webhook' as ConnectionId,
  /** Where the key is with which the webhook's messages are signed. */
  webhookKey: 'drill-webhook:key' as ConnectionId,
}

export type DrillTokens = Readonly<Record<keyof typeof drillId, string>>

/** Stand-ins that listen at an address of their own. */
export type DrillOrigins = Readonly<
  Record<'pagerduty' | 'grafana' | 'statuspage' | 'slack' | 'teams' | 'email' | 'webhook', string>
>

/** In the vendors' own forms, where they have one. */
export function newTokens(): DrillTokens {
  return {
    pagerduty: newToken('u+'),
    grafana: newToken('glsa_'),
    prometheus: newToken(''),
    statuspage: newToken(''),
    slack: newToken('xoxb-'),
    teams: newToken(''),
    email: newToken(''),
    webhook: newToken(''),
    webhookKey: newToken(''),
  }
}

/** Secrets that end with the process: a token of a drill is worth nothing after it. */
export function secretsInMemory(tokens: DrillTokens, { teams, webhook }: DrillOrigins): Secrets {
  const kept = new Map<ConnectionId, string>([
    [drillId.pagerduty, tokens.pagerduty],
    [drillId.grafana, tokens.grafana],
    [drillId.prometheus, tokens.prometheus],
    [drillId.statuspage, tokens.statuspage],
    [drillId.slack, tokens.slack],
    // Of these two the address is the secret.
    [drillId.teams, `${teams}${postPath(tokens.teams)}`],
    [drillId.webhook, `${webhook}${postPath(tokens.webhook)}`],
    [drillId.webhookKey, tokens.webhookKey],
    [drillId.email, tokens.email],
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
  origins: DrillOrigins,
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
    ...messageConnections(origins),
  ]
}

/** Channels that only take messages. Addresses that nobody can have: RFC 2606 keeps `.invalid` free. */
function messageConnections({ teams, email, webhook }: DrillOrigins): readonly Connection[] {
  return [
    { id: drillId.teams, vendor: 'teams', name: 'Teams (drill)', baseUrl: teams },
    {
      ...{ id: drillId.email, vendor: 'email', name: 'E-mail (drill)', baseUrl: email, user: MAIL_USER },
      ...{ sender: 'Incidents <incidents@drill.invalid>', recipients: 'support@drill.invalid, partners@drill.invalid' },
    },
    { id: drillId.webhook, vendor: 'webhook', name: 'Webhook (drill)', baseUrl: webhook },
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
