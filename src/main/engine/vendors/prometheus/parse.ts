import * as z from 'zod/mini'
import { parserOf } from '../../http/json'
import { isoTime, labelSet, maybeText } from '../fields'

const texts = z.nullish(z.array(z.string()))

const series = z.object({
  metric: labelSet,
  /** Unix seconds with decimals, and the value as a text, which may be `NaN` or `+Inf`. */
  values: z.nullish(z.array(z.tuple([z.number(), z.string()]))),
  histograms: z.nullish(z.array(z.unknown())),
})

const rangeAnswer = z.object({
  data: z.object({ resultType: z.literal('matrix'), result: z.array(series) }),
  warnings: texts,
  infos: texts,
})

const alert = z.object({
  labels: labelSet,
  annotations: labelSet,
  state: z.string(),
  activeAt: isoTime,
})

export type PrometheusSeries = z.output<typeof series>
export type PrometheusRange = z.output<typeof rangeAnswer>
export type PrometheusAlert = z.output<typeof alert>

export const parseRange = parserOf('prometheus', rangeAnswer)
export const parseAlerts = parserOf('prometheus', z.object({ data: z.object({ alerts: z.array(alert) }) }))
export const parseBuild = parserOf('prometheus', z.object({ data: z.object({ version: maybeText }) }))
export const parseSuccess = parserOf('prometheus', z.object({ status: z.literal('success') }))

const errorBody = z.object({ error: z.string(), errorType: z.optional(z.string()) })

export function prometheusWords(body: unknown): string | null {
  const result = z.safeParse(errorBody, body)
  if (result.success) return result.data.error
  return typeof body === 'string' ? body : null
}

const ownErrors = ['bad_data', 'execution', 'timeout', 'canceled', 'not_found']

/** Prometheus' words on an error of this one query; null: the error is not the query's, or not Prometheus' own. */
export function queryProblem(body: unknown): string | null {
  const result = z.safeParse(errorBody, body)
  return result.success && ownErrors.includes(result.data.errorType ?? '') ? result.data.error : null
}
