import * as z from 'zod/mini'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import { parserOf } from '../http/json'
import { rowsIn, unreadRows } from '../http/rows'
import { type LabelSet, listOf } from './fields'

/** Answers of Prometheus' API that are read through Grafana as well. */

const texts = z.nullish(z.array(z.string()))

/** Unix seconds with decimals, and the value as a text, which may be `NaN` or `+Inf`. */
const point = z.tuple([z.number(), z.string()])

/**
 * [RP2] The points that can be read; a value that came as a number is one. One check each: there are thousands a
 * second.
 */
const points = z.pipe(
  z.nullish(z.array(z.unknown())),
  z.transform((list): PrometheusPoint[] => (list ?? []).flatMap(one => readPoint(one) ?? [])),
)

function readPoint(one: unknown): [PrometheusPoint] | undefined {
  if (!Array.isArray(one) || one.length !== 2) return undefined
  const [time, value] = one as readonly unknown[]
  if (typeof time !== 'number' || !Number.isFinite(time)) return undefined
  return typeof value === 'string' || typeof value === 'number' ? [[time, String(value)]] : undefined
}

/** An odd label must not cost the line its others. */
const readableLabels = z.pipe(
  z.nullish(z.record(z.string(), z.unknown())),
  z.transform((labels): LabelSet => {
    const texts = Object.entries(labels ?? {}).filter(
      ([, text]) => typeof text === 'string' || typeof text === 'number',
    )
    return Object.fromEntries(texts.map(([name, text]) => [name, String(text)]))
  }),
)

const line = z.object({
  metric: readableLabels,
  /** Of a vector. */
  value: z.pipe(
    z.nullish(z.unknown()),
    z.transform(one => readPoint(one)?.[0] ?? null),
  ),
  /** Of a matrix. */
  values: points,
  histograms: z.nullish(z.array(z.unknown())),
})

const several = { result: rowsIn(line) }
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
  if (data.resultType === 'matrix' || data.resultType === 'vector') return data.result.read
  return data.result && resultText({ data }) === null ? [{ metric: {}, value: null, values: [data.result] }] : []
}

/** [RP2] What of a result could not be read; empty where all of it could. */
export function oddLines({ data }: Pick<PrometheusResult, 'data'>): FaultValue {
  return data.resultType === 'matrix' || data.resultType === 'vector' ? unreadRows(data.result, 'list-lines') : ''
}

/** The text of a string result that no line can show; null: it has none. */
export function resultText({ data }: Pick<PrometheusResult, 'data'>): string | null {
  if (data.resultType !== 'string') return null
  const text = data.result?.[1] ?? ''
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : null
}
