import * as z from 'zod/mini'

/** Bodies of the writes that PagerDuty's stand-in plays. */

const target = z.object({ id: z.string(), type: z.string() })

export const pagerDutyIncidentChange = z.object({
  incident: z.object({
    type: z.enum(['incident', 'incident_reference']),
    status: z.optional(z.string()),
    resolution: z.optional(z.string()),
    assignments: z.optional(z.array(z.object({ assignee: target }))),
    escalation_policy: z.optional(target),
    escalation_level: z.optional(z.number()),
  }),
})
export type PagerDutyIncidentChange = z.output<typeof pagerDutyIncidentChange>['incident']

const words = z.string().check(z.trim(), z.minLength(1))

export const snoozeInput = z.object({ duration: z.number().check(z.int(), z.gte(1), z.lte(604_800)) })

export const noteInput = z.object({ note: z.object({ content: words }) })

export const statusUpdateInput = z.object({ message: words })

export const respondersInput = z.object({
  requester_id: z.string(),
  message: words,
  // Nested one deeper than the published schema draws it.
  responder_request_targets: z.array(z.object({ responder_request_target: target })).check(z.minLength(1)),
})

export const newIncident = z.object({
  incident: z.object({
    type: z.literal('incident'),
    title: words,
    service: target,
    urgency: z._default(z.enum(['high', 'low']), 'high'),
    incident_key: z.optional(z.string()),
    escalation_policy: z.optional(target),
    body: z.optional(z.object({ details: z._default(z.string(), '') })),
  }),
})
