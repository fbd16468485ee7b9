import * as z from 'zod/mini'
import { HOUR, MINUTE, type Millis, SECOND } from '../../../../shared/lib/time'
import { findMetric, samples } from '../metrics'
import type { Scene } from '../scene'
import { readJson } from './routes'
import type { StandInAnswer } from './server'

/** The uid of the only data source. */
export const DATASOURCE = 'drill-prom'

const input = z.object({
  from: z.string(),
  to: z.string(),
  queries: z
    .array(
      z.object({
        refId: z._default(z.string(), 'A'),
        datasource: z.object({ uid: z.string() }),
        expr: z._default(z.string(), ''),
        intervalMs: z._default(z.number().check(z.gte(1)), 15 * SECOND),
        maxDataPoints: z._default(z.number().check(z.gte(1)), 1_000),
      }),
    )
    .check(z.minLength(1)),
})
type Query = z.output<typeof input>['queries'][number]

const badRequest: StandInAnswer = { status: 400, body: { message: 'bad request data', traceID: '' } }

/** `POST /api/ds/query`: 200 all good, 207 some failed, 400 all failed; each failure is under its own refId. */
export function queryAnswer(scene: Scene, body: string): StandInAnswer {
  const parsed = input.safeParse(readJson(body))
  if (!parsed.success) return badRequest
  const { queries } = parsed.data
  if (queries.some(query => query.datasource.uid !== DATASOURCE)) {
    return {
      status: 404,
      body: { message: 'Data source not found', messageId: 'datasource.notFound', statusCode: 404 },
    }
  }
  const [from, to] = [parsed.data.from, parsed.data.to].map(text => readTime(text, scene.clock.now()))
  if (from === undefined || to === undefined || to < from) return badRequest
  const results = queries.map(query => ({ refId: query.refId, result: resultOf(scene, query, from, to) }))
  const failed = results.filter(({ result }) => result.status !== 200).length
  return {
    status: failed === 0 ? 200 : failed < results.length ? 207 : 400,
    body: { results: Object.fromEntries(results.map(({ refId, result }) => [refId, result])) },
  }
}

type Result =
  | { readonly status: 200; readonly frames: readonly object[] }
  | { readonly status: 400; readonly error: string; readonly errorSource: 'downstream' }

function resultOf(scene: Scene, query: Query, from: Millis, to: Millis): Result {
  const { refId, expr, intervalMs, maxDataPoints } = query
  const metric = findMetric(scene, expr)
  if (metric === undefined) {
    return { status: 400, error: `bad_data: this drill has no series for: ${expr}`, errorSource: 'downstream' }
  }
  const step = Math.ceil(Math.max(intervalMs, (to - from) / maxDataPoints))
  // Grafana sets its points on multiples of the step, so that a chart does not jitter as its window moves.
  const points = samples(scene, metric, Math.ceil(from / step) * step, to, step)
  const meta = {
    type: 'timeseries-multi',
    typeVersion: [0, 1],
    custom: { resultType: 'matrix' },
    executedQueryString: `Expr: ${expr}\nStep: ${step / SECOND}s`,
  }
  const fields = [
    { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' }, config: { interval: step } },
    { name: 'Value', type: 'number', typeInfo: { frame: 'float64' }, labels: metric.labels, config: {} },
  ]
  const values = [points.map(([at]) => at), points.map(([, value]) => value)]
  return { status: 200, frames: [{ schema: { refId, meta, fields }, data: { values } }] }
}

const units: Readonly<Record<string, Millis>> = { s: SECOND, m: MINUTE, h: HOUR, d: 24 * HOUR }

/** Epoch milliseconds as text, `now`, or `now-1h`. */
function readTime(text: string, now: Millis): Millis | undefined {
  if (/^\d{1,16}$/.test(text)) return Number(text)
  const [whole, count = '0', unit = 's'] = /^now(?:-(\d{1,6})([smhd]))?$/.exec(text) ?? []
  return whole === undefined ? undefined : now - Number(count) * (units[unit] ?? 0)
}
