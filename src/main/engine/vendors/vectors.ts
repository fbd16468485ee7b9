import * as z from 'zod/mini'
import { parserOf } from '../http/json'
import { labelSet } from './fields'

/** Answers of Prometheus' API that are read behind Grafana as well. */

const texts = z.nullish(z.array(z.string()))

const vectorAnswer = z.object({
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric: labelSet, value: z.optional(z.tuple([z.number(), z.string()])) })),
  }),
  warnings: texts,
  infos: texts,
})

export type PrometheusVector = z.output<typeof vectorAnswer>

export const parseVector = parserOf('prometheus', vectorAnswer)
export const parseNames = parserOf('prometheus', z.object({ data: z.array(z.string()) }))
export const parseSeries = parserOf('prometheus', z.object({ data: z.array(z.record(z.string(), z.string())) }))
