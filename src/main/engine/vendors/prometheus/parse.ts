import * as z from 'zod/mini'
import { parserOf } from '../../http/json'
import { rowsIn } from '../../http/rows'
import { labelSet, looseLabels, maybeText, maybeTime } from '../fields'

const alert = z.object({
  labels: labelSet,
  annotations: looseLabels,
  state: z.string(),
  activeAt: maybeTime,
  value: z.nullish(z.union([z.string(), z.number()])),
})

export type PrometheusAlert = z.output<typeof alert>

/** A Thanos or a Mimir that reached only a part of its stores says so in a warning. */
const warnings = z.catch(z.nullish(z.array(z.string())), null)
export const parseAlerts = parserOf('prometheus', z.object({ data: z.object({ alerts: rowsIn(alert) }), warnings }))
export const parseBuild = parserOf('prometheus', z.object({ data: z.object({ version: maybeText }) }))
export const parseSuccess = parserOf('prometheus', z.object({ status: z.literal('success') }))

const errorBody = z.object({ error: z.string(), errorType: z.optional(z.string()) })

export function prometheusMessage(body: unknown): string | null {
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
