import * as z from 'zod/mini'
import { parserOf } from '../http/json'
import { labelSet, listOf } from './fields'

/** Answers of Prometheus' API that are read behind Grafana as well. */

const texts = z.nullish(z.array(z.string()))

/** Unix seconds with decimals, and the value as a text, which may be `NaN` or `+Inf`. */
const point = z.tuple([z.number(), z.string()])

const line = z.object({
  metric: labelSet,
  /** Of a vector. */
  value: z.nullish(point),
  /** Of a matrix. */
  values: z.nullish(z.array(point)),
  histograms: z.nullish(z.array(z.unknown())),
})

const several = { result: listOf(line) }
const single = { result: z.nullish(point) }
const result = z.discriminatedUnion('resultType', [
  z.object({ resultType: z.literal('matrix'), ...several }),
  z.object({ resultType: z.literal('vector'), ...several }),
  z.object({ resultType: z.literal('scalar'), ...single }),
  z.object({ resultType: z.literal('string'), ...single }),
])

/** What an expression was worked out to. `scalar(up)` and `"a text"` are values as well as a vector is. */
const resultAnswer = z.object({
  data: result,
  warnings: texts,
  infos: texts,
})

export type PrometheusResult = z.output<typeof resultAnswer>
export type PrometheusLine = z.output<typeof line>
export type PrometheusPoint = z.output<typeof point>

export const parseResult = parserOf('prometheus', resultAnswer)
export const parseNames = parserOf('prometheus', z.object({ data: listOf(z.string()) }))
export const parseSeries = parserOf('prometheus', z.object({ data: listOf(z.record(z.string(), z.string())) }))

/** The lines of a result; a scalar is one line without labels, and a string one if it holds a number. */
export function resultLines({ data }: PrometheusResult): readonly PrometheusLine[] {
  if (data.resultType === 'matrix' || data.resultType === 'vector') return data.result
  return data.result && resultText({ data }) === null ? [{ metric: {}, values: [data.result] }] : []
}

/** The words of a string result that no line can show; null: it has none. */
export function resultText({ data }: Pick<PrometheusResult, 'data'>): string | null {
  if (data.resultType !== 'string') return null
  const text = data.result?.[1] ?? ''
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : null
}
