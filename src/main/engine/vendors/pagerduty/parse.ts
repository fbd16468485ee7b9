import * as z from 'zod/mini'
import { parserOf } from '../../http/json'
import { rowsOf } from '../../http/rows'
import { idText, looseText, maybeText, maybeTime } from '../fields'
import { pendingActions } from './pending'

const named = z.nullish(z.object({ summary: maybeText }))

// Only what we cannot do without is required: PagerDuty may send null for any other field.
const incident = z.object({
  id: idText,
  incident_number: z.catch(z.nullish(z.number()), null),
  title: looseText,
  summary: looseText,
  // Only open ones are asked for: one that does not say how it is, is open.
  status: maybeText,
  urgency: looseText,
  created_at: maybeTime,
  html_url: looseText,
  service: named,
  pending_actions: pendingActions,
  acknowledgements: z.catch(z.nullish(z.array(z.object({ at: maybeTime, acknowledger: z.catch(named, null) }))), null),
  priority: z.nullish(z.object({ id: maybeText, summary: maybeText })),
})

const incidentPage = z.object({ incidents: rowsOf(incident), more: z.nullish(z.boolean()) })

export type PagerDutyIncident = z.output<typeof incident>

export const parseIncidentPage = parserOf('pagerduty', incidentPage)

const list = z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))])
const errorBody = z.object({
  error: z.object({ message: maybeText, errors: z.optional(z.nullable(list)) }),
})

/** PagerDuty's words: `errors` is a list, or in newer calls an object of lists. */
export function pagerDutyMessage(body: unknown): string | null {
  const result = z.safeParse(errorBody, body)
  if (!result.success) return typeof body === 'string' ? body : null
  const { message, errors } = result.data.error
  const details = Array.isArray(errors) ? errors : Object.values(errors ?? {}).flat()
  return [message ?? '', ...details].filter(text => text !== '').join(': ')
}
