import * as z from 'zod/mini'
import { parserOf } from '../../http/json'
import { listOf, looseLabels, maybeText } from '../fields'

const field = z.object({
  name: maybeText,
  type: maybeText,
  labels: looseLabels,
  config: z.nullish(z.object({ displayName: maybeText, displayNameFromDS: maybeText })),
})

const notices = z.nullish(z.array(z.object({ text: maybeText })))

/** Columns: `values[field][row]`. What JSON cannot express (NaN, Inf) is null there. */
const frame = z.object({
  schema: z.nullish(
    z.object({ name: maybeText, fields: z.nullish(z.array(field)), meta: z.nullish(z.object({ notices })) }),
  ),
  data: z.nullish(z.object({ values: z.nullish(z.array(listOf(z.unknown()))) })),
})

const result = z.object({
  status: z.nullish(z.number()),
  error: maybeText,
  frames: z.nullish(z.array(frame)),
})

const queryAnswer = z.object({
  results: z.pipe(
    z.nullable(z.record(z.string(), result)),
    z.transform(results => results ?? {}),
  ),
})

export type GrafanaField = z.output<typeof field>
export type GrafanaFrame = z.output<typeof frame>
export type GrafanaResult = z.output<typeof result>
export type GrafanaResults = z.output<typeof queryAnswer>['results']

export const parseQueryAnswer = parserOf('grafana', queryAnswer)
export const parseOrganisation = parserOf('grafana', z.object({ name: z.string() }))

/** Ids of annotations are numbers. */
const annotation = z.object({ id: z.number(), tags: z.nullish(z.array(z.string())) })
export const parseMarked = parserOf('grafana', z.object({ id: z.number() }))
export const parseAnnotations = parserOf('grafana', listOf(annotation))

const errorBody = z.object({ message: z.string(), accessErrorId: maybeText })

/** Grafana's words; on a 403 they name the right that is missing. */
export function grafanaMessage(body: unknown): string | null {
  const found = z.safeParse(errorBody, body)
  if (!found.success) return typeof body === 'string' ? body : null
  const id = found.data.accessErrorId ?? ''
  return id === '' ? found.data.message : `${found.data.message} (${id})`
}
