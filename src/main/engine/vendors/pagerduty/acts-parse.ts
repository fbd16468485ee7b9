import * as z from 'zod/mini'
import { parserOf } from '../../http/json'
import type { HttpAnswer } from '../../http/types'
import { idText, maybeText } from '../fields'
import { sliceOf } from './paging'
import { pendingActions } from './pending'

/** What the answers to writes and the look-ups of them must have. Anything not needed may be null or absent. */

const withId = z.nullish(z.object({ id: idText }))
const withMessage = z.nullish(z.array(z.object({ message: maybeText })))

const page = z.object({
  id: idText,
  status: z.string(),
  html_url: maybeText,
  assignments: z.nullish(z.array(z.object({ assignee: withId }))),
  escalation_policy: withId,
  pending_actions: pendingActions,
  // Both are there only where the account may ask for responders.
  responder_requests: withMessage,
  incidents_responders: withMessage,
})

export type PagerDutyIncidentAnswer = z.output<typeof page>

export const parsePagerDutyIncident = parserOf('pagerduty', z.object({ incident: page }))
export const parsePages = parserOf('pagerduty', z.object({ incidents: z.array(page) }))

const note = z.object({ id: idText, content: maybeText })
export const parseNote = parserOf('pagerduty', z.object({ note }))
export const parseNotes = parserOf('pagerduty', z.object({ notes: z.array(note) }))

export const parseStatusUpdate = parserOf('pagerduty', z.object({ status_update: z.object({ id: idText }) }))
export const parseResponderRequest = parserOf('pagerduty', z.object({ responder_request: z.looseObject({}) }))

export const parseUsers = parserOf(
  'pagerduty',
  z.object({ users: z.array(z.object({ id: idText, email: maybeText })) }),
)

const logEntry = z.object({ id: idText, type: maybeText, message: maybeText, summary: maybeText, note: maybeText })
export const parseLogEntries = parserOf(
  'pagerduty',
  z.object({ log_entries: z.array(logEntry), more: z.nullish(z.boolean()) }),
)

const onCall = z.object({ user: withId, escalation_level: z.nullish(z.number()) })
export const parseOnCalls = sliceOf('oncalls', onCall)

const coded = z.object({ error: z.object({ code: z.number() }) })

/** PagerDuty's own code of an error, such as 1001; null: none in the answer. */
export function errorCode(answer: HttpAnswer): number | null {
  try {
    const found = z.safeParse(coded, JSON.parse(answer.text))
    return found.success ? found.data.error.code : null
  } catch {
    // A gateway's page has no code: the status alone speaks.
    return null
  }
}
