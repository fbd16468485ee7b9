import type { Millis } from '../../../../shared/lib/time'
import { HOUR, MINUTE, SECOND } from '../../../../shared/lib/time'
import { findMetric, samples, signalValue } from '../metrics'
import type { ScenarioAlert } from '../scenario'
import { type Scene, storyTime } from '../scene'
import { alertsBy, episodeAt, ruleGroups, standingAt } from './alert-rules'
import { byRoute, type Routes } from './routes'
import type { StandInAnswer, StandInRequest } from './server'

/** Unix seconds, with decimals, or RFC 3339 → milliseconds; undefined where it is neither. */
function readInstant(text: string | null): Millis | undefined {
  if (text === null) return undefined
  if (/^-?\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * SECOND)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

const units: Readonly<Record<string, Millis>> = {
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: 24 * HOUR,
  w: 7 * 24 * HOUR,
  y: 365 * 24 * HOUR,
}

/** `15s`, `1h30m`, or seconds as a number → milliseconds; undefined where it is neither. */
function readDuration(text: string | null): Millis | undefined {
  if (text === null) return undefined
  if (/^-?\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * SECOND)
  if (!/^(\d+(ms|[smhdwy]))+$/.test(text)) return undefined
  return [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, n, unit = '']) => sum + Number(n) * (units[unit] ?? 0),
    0,
  )
}

/** Prometheus' HTTP API over the scenario's series. `path` begins with `/api/v1`. */
export function prometheusAnswer(scene: Scene, request: StandInRequest, path: string): StandInAnswer {
  const routes: Routes = {
    'GET /api/v1/query_range': ({ query }) => rangeAnswer(scene, query),
    'POST /api/v1/query_range': post => rangeAnswer(scene, formOf(post)),
    'GET /api/v1/query': ({ query }) => instantAnswer(scene, query),
    'POST /api/v1/query': post => instantAnswer(scene, formOf(post)),
    'GET /api/v1/alerts': () => success({ alerts: alertsNow(scene) }),
    'GET /api/v1/rules': () => success({ groups: ruleGroups(scene, 'prometheus') }),
    'GET /api/v1/status/buildinfo': () => success(buildInfo),
  }
  return byRoute(routes, { ...request, path }) ?? { status: 404, body: '404 page not found\n' }
}

const buildInfo = {
  version: '3.14.0',
  revision: 'd417a11',
  branch: 'HEAD',
  buildUser: 'drill',
  buildDate: '20260821-00:00:00',
  goVersion: 'go1.26.0',
}

function success(data: object): StandInAnswer {
  return { status: 200, body: { status: 'success', data } }
}

function badData(parameter: string, wrong: string): StandInAnswer {
  const error = `invalid parameter "${parameter}": ${wrong}`
  return { status: 400, body: { status: 'error', errorType: 'bad_data', error } }
}

/** A posted form and the query string together, as Prometheus reads them; a JSON body is no form and gives nothing. */
function formOf(request: StandInRequest): URLSearchParams {
  const isForm = request.header('content-type').startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams([...new URLSearchParams(isForm ? request.body : ''), ...request.query])
}

/** Prometheus' own limit of points of one series. */
const MOST_POINTS = 11_000

function rangeAnswer(scene: Scene, query: URLSearchParams): StandInAnswer {
  const [start, end] = [readInstant(query.get('start')), readInstant(query.get('end'))]
  const step = readDuration(query.get('step'))
  if (start === undefined) return badData('start', `cannot parse "${query.get('start') ?? ''}" to a valid timestamp`)
  if (end === undefined) return badData('end', `cannot parse "${query.get('end') ?? ''}" to a valid timestamp`)
  if (end < start) return badData('end', 'end timestamp must not be before start time')
  if (step === undefined) return badData('step', `cannot parse "${query.get('step') ?? ''}" to a valid duration`)
  if (step <= 0) return badData('step', 'zero or negative query resolution step widths are not accepted')
  if ((end - start) / step > MOST_POINTS) {
    const error = 'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution'
    return { status: 400, body: { status: 'error', errorType: 'bad_data', error } }
  }
  const metric = findMetric(scene, query.get('query') ?? '')
  if (metric === undefined) return unknownSeries(query)
  const values = samples(scene, metric, start, end, step).map(([at, value]) => [at / 1_000, String(value)])
  return success({ resultType: 'matrix', result: values.length === 0 ? [] : [{ metric: metric.labels, values }] })
}

function instantAnswer(scene: Scene, query: URLSearchParams): StandInAnswer {
  const at = query.has('time') ? readInstant(query.get('time')) : scene.clock.now()
  if (at === undefined) return badData('time', `cannot parse "${query.get('time') ?? ''}" to a valid timestamp`)
  const metric = findMetric(scene, query.get('query') ?? '')
  if (metric === undefined) return unknownSeries(query)
  const [sample] = samples(scene, metric, at, at, 1)
  const result = sample ? [{ metric: metric.labels, value: [at / 1_000, String(sample[1])] }] : []
  return success({ resultType: 'vector', result })
}

/** A real Prometheus would answer "no data"; here it is surely a mistake in a panel, so it is said. */
function unknownSeries(query: URLSearchParams): StandInAnswer {
  return badData('query', `this drill has no series for: ${query.get('query') ?? ''}`)
}

function alertsNow(scene: Scene): readonly object[] {
  const now = storyTime(scene)
  return alertsBy(scene, 'prometheus')
    .filter(alert => standingAt(alert, now) !== 'inactive')
    .map(alert => ({
      labels: { alertname: alert.name, severity: alert.severity, ...alert.labels },
      annotations: { summary: alert.summary },
      state: standingAt(alert, now),
      activeAt: new Date(scene.startedAt + episodeAt(alert, now).pending).toISOString(),
      value: alertValue(scene, alert, now),
    }))
}

/** As Go prints a float: `2.9e+01`. */
function alertValue(scene: Scene, alert: ScenarioAlert, now: Millis): string {
  return signalValue(scene.scenario, alert.signal, now)
    .toExponential()
    .replace(/e([+-])(\d)$/, 'e$10$2')
}
