import * as z from 'zod/mini'
import { defineEvent } from './define'
import { lineField } from './fields'
import { automaticLine } from './line'

export const impactStated = defineEvent('impact-stated', {
  version: 1,
  body: z.object({ impact: lineField }),
  apply: (incident, event) => ({
    ...incident,
    impact: event.body.impact,
    // Newer than what an earlier update called it.
    updates: incident.updates.map(one =>
      one.facts?.impact === undefined ? one : { ...one, facts: { service: one.facts.service } },
    ),
  }),
  line: event => automaticLine(event, 'status', `Impact: ${event.body.impact}`),
})
