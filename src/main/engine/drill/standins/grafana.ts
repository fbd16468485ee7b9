import { createHash } from 'node:crypto'
import type { Journal } from '../journal'
import type { Scene } from '../scene'
import { storyTime } from '../scene'
import { alertsBy, episodeAt, ruleGroups, ruleUid, standingAt } from './alert-rules'
import { annotationsAnswer, postAnnotation } from './grafana-annotations'
import { type GrafanaFact, grafanaFact } from './grafana-facts'
import { DATASOURCE, queryAnswer } from './grafana-query'
import { prometheusAnswer } from './prometheus'
import { startRecordingStandIn } from './recording'
import { byRoute, type Routes } from './routes'
import type { StandInAnswer, StandInRequest, StandInServer } from './server'
import { isToken } from './token'

/** What Grafana's own Alertmanager was sent: alerts that fire, and none that are pending. */
function firingAlerts(scene: Scene): readonly object[] {
  const now = storyTime(scene)
  return alertsBy(scene, 'grafana')
    .filter(alert => standingAt(alert, now) === 'firing')
    .map(alert => ({ ...alert, ...episodeAt(alert, now) }))
    .map(({ name, severity, labels, summary, firing }) => ({
      fingerprint: createHash('sha256').update(name).digest('hex').slice(0, 16),
      labels: { alertname: name, severity, ...labels },
      annotations: { summary },
      startsAt: new Date(scene.startedAt + firing).toISOString(),
      endsAt: new Date(scene.clock.now() + 4 * 60_000).toISOString(),
      updatedAt: new Date(scene.clock.now()).toISOString(),
      generatorURL: `http://localhost:3000/alerting/grafana/${ruleUid(name)}/view?orgId=1`,
      receivers: [{ name: 'on-call', active: true, integrations: [] }],
      status: { state: 'active', silencedBy: [], inhibitedBy: [], mutedBy: [] },
    }))
}

/**
 * Stand-in of Grafana with one Prometheus behind it, which also answers by itself under `/prometheus`, with a token of
 * its own. It stores the annotations that were posted; all its other answers come from the scenario and the clock.
 */
export function startGrafana(scene: Scene, tokens: { grafana: string; prometheus: string }): Promise<StandInServer> {
  const options = { name: 'Grafana', file: 'grafana.jsonl', fact: grafanaFact }
  return startRecordingStandIn(scene, options, journal => {
    const routes = grafanaRoutes(scene, journal)
    return request => answer(routes, request)
  })

  function answer(routes: Routes, request: StandInRequest): StandInAnswer {
    const token = bearer(request)
    if (request.path.startsWith('/prometheus/')) {
      if (!isToken(token, tokens.prometheus)) return proxyRefuses
      return prometheusAnswer(scene, request, request.path.slice('/prometheus'.length))
    }
    if (request.method === 'GET' && request.path === '/api/health') return health
    if (token === '') return refused('Unauthorized', 'auth.unauthorized')
    if (!isToken(token, tokens.grafana)) return refused('Invalid API key', 'api-key.invalid')
    return byRoute(routes, request) ?? { status: 404, body: { message: 'Not found' } }
  }
}

function bearer(request: StandInRequest): string {
  return /^Bearer (.+)$/.exec(request.header('authorization'))?.[1] ?? ''
}

/** As a proxy before Prometheus says it, which has no login of its own: plain text. */
const proxyRefuses: StandInAnswer = { status: 401, body: 'Unauthorized', headers: { 'www-authenticate': 'Bearer' } }

/** The one answer of Grafana's that needs no login. */
const health: StandInAnswer = { status: 200, body: { commit: 'd417a11', database: 'ok', version: '13.0.0' } }

function refused(message: string, messageId: string): StandInAnswer {
  return { status: 401, body: { extra: null, message, messageId, statusCode: 401, traceID: '' } }
}

function grafanaRoutes(scene: Scene, journal: Journal<GrafanaFact>): Routes {
  return {
    'GET /api/org': () => ({ status: 200, body: { id: 1, name: scene.scenario.slack.team, address: {} } }),
    'GET /api/datasources': () => ({ status: 200, body: [datasource] }),
    [`GET /api/datasources/uid/${DATASOURCE}`]: () => ({ status: 200, body: datasource }),
    [`GET /api/datasources/uid/${DATASOURCE}/health`]: () => ({
      status: 200,
      body: { status: 'OK', message: 'Successfully queried the Prometheus API.' },
    }),
    'GET /api/annotations': ({ query }) => annotationsAnswer(scene, journal.facts, query),
    'POST /api/annotations': request => postAnnotation(scene, journal, request.body),
    'GET /api/alertmanager/grafana/api/v2/alerts': () => ({ status: 200, body: firingAlerts(scene) }),
    'GET /api/alertmanager/grafana/api/v2/silences': () => ({ status: 200, body: [] }),
    'GET /api/prometheus/grafana/api/v1/rules': () => ({
      status: 200,
      body: { status: 'success', data: { groups: ruleGroups(scene, 'grafana') } },
    }),
    'GET /api/access-control/user/permissions': () => ({ status: 200, body: permissions }),
    'POST /api/ds/query': request => queryAnswer(scene, request.body),
  }
}

/** Of a Viewer who may also annotate. */
const permissions = Object.fromEntries(
  [
    ...['dashboards:read', 'datasources:query', 'annotations:read', 'annotations:create'],
    ...['alert.instances:read', 'alert.rules:read'],
  ].map(action => [action, ['*']]),
)

const datasource = {
  id: 1,
  uid: DATASOURCE,
  orgId: 1,
  name: 'Prometheus',
  type: 'prometheus',
  typeName: 'Prometheus',
  typeLogoUrl: 'public/plugins/prometheus/img/prometheus_logo.svg',
  access: 'proxy',
  url: 'https://prometheus.drill.invalid',
  user: '',
  database: '',
  basicAuth: false,
  isDefault: true,
  jsonData: { httpMethod: 'POST' },
  readOnly: true,
}
