import * as z from 'zod/mini'
import { defineEvent } from './define'
import { linkedPageField } from './fields'
import { automaticLine } from './line'

export const pagerDutyIncidentUnlinked = defineEvent('pagerduty-incident-unlinked', {
  version: 1,
  body: z.object({ pagerDutyIncident: linkedPageField }),
  // One that is not linked (any more) changes nothing, so that two screens may say the same.
  apply: (incident, { body: { pagerDutyIncident: gone } }) => ({
    ...incident,
    pages: incident.pages.filter(
      ({ connection, externalId }) => connection !== gone.connection || externalId !== gone.externalId,
    ),
  }),
  line: event => automaticLine(event, 'alert', `PagerDuty incident unlinked: ${event.body.pagerDutyIncident.title}`),
})
