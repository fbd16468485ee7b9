import * as z from 'zod/mini'
import { parserOf } from '../../http/json'
import { idText, isoTime, maybeText } from '../fields'

const named = z.nullish(z.object({ summary: maybeText }))

// Only what we cannot do without is required: PagerDuty may send null for any other field.
const incident = z.object({
  id: idText,
  title: maybeText,
  summary: maybeText,
  status: z.string(),
  urgency: maybeText,
  created_at: isoTime,
  html_url: maybeText,
  service: named,
  priority: z.nullish(z.object({ id: maybeText, summary: maybeText })),
})

const incidentPage = z.object({ incidents: z.array(incident), more: z.nullish(z.boolean()) })

export type PagerDutyIncident = z.output<typeof incident>

export const parseIncidentPage = parserOf('pagerduty', incidentPage)

const list = z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))])
const errorBody = z.object({
  error: z.object({ message: maybeText, errors: z.optional(z.nullable(list)) }),
})

/** PagerDuty's words: `errors` is a list, or in newer calls an object of lists. */
export function pagerDutyWords(body: unknown): string | null {
  const result = z.safeParse(errorBody, body)
  if (!result.success) return typeof body === 'string' ? body : null
  const { message, errors } = result.data.error
  const details = Array.isArray(errors) ? errors : Object.values(errors ?? {}).flat()
  return [message ?? '', ...details].filter(text => text !== '').join(': ')
}
