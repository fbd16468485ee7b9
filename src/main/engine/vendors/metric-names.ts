import { ok, type Reply } from '../../../shared/lib/reply'
import { HOUR, type Millis, SECOND } from '../../../shared/lib/time'
import type { FeedReply } from '../feeds/types'
import type { Api, ApiRequest } from '../http/api'
import type { Parser } from '../http/json'
import type { HttpFault } from '../http/types'
import type { MetricNames } from './account'
import type { LabelSet } from './fields'
import { parseNames, parseResult, parseSeries } from './vectors'

/** Maximum number of names of one answer. */
const MOST_NAMES = 10_000

/** Reads names of the hour before `now`. */
export function metricNames(api: Api, now: Millis): MetricNames {
  const lastHour = [
    ['start', String((now - HOUR) / SECOND)],
    ['end', String(now / SECOND)],
  ] as const
  const names = async <T>(request: ApiRequest, parse: Parser<{ data: T[] }>, signal: AbortSignal) =>
    firstOf(await api.ask(request, parse, signal))
  return {
    labelNames: signal => names({ method: 'GET', path: '/labels', query: lastHour }, parseNames, signal),
    labelValues: (label, selector, signal) => {
      const match = selector === null ? [] : [['match[]', selector] as const]
      const path = `/label/${encodeURIComponent(label)}/values`
      return names({ method: 'GET', path, query: [...match, ...lastHour] }, parseNames, signal)
    },
    series: async (selector, signal) => {
      const query = [['match[]', selector] as const, ...lastHour]
      const found = await names({ method: 'GET', path: '/series', query }, parseSeries, signal)
      return found.ok ? ok(found.value.map(seriesText)) : found
    },
    queryResult: (expr, signal) => queryResult(api, expr, signal),
  }
}

async function queryResult(api: Api, expr: string, signal: AbortSignal): FeedReply<readonly string[]> {
  const found = await api.ask({ method: 'POST', path: '/query', form: { query: expr } }, parseResult, signal)
  if (!found.ok) return found
  const { data } = found.value
  // As Grafana reads it: one value is its own name.
  if (data.resultType === 'scalar' || data.resultType === 'string') return ok(data.result ? [data.result[1]] : [])
  return ok(
    data.result.read
      .slice(0, MOST_NAMES)
      .map(({ metric, value }) => `${seriesText(metric ?? {})} ${value?.[1] ?? ''} ${(value?.[0] ?? 0) * SECOND}`),
  )
}

function firstOf<T>(reply: Reply<{ data: T[] }, HttpFault>): Reply<readonly T[], HttpFault> {
  return reply.ok ? ok(reply.value.data.slice(0, MOST_NAMES)) : reply
}

function seriesText({ __name__: metric = '', ...labels }: LabelSet): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return `${metric}{${pairs.join(',')}}`
}
