import * as z from 'zod/mini'
import { defineEvent } from './define'
import { linkedPageField } from './fields'
import { automaticLine } from './line'

export const pagerDutyIncidentUnlinked = defineEvent('pagerduty-incident-unlinked', {
  version: 1,
  body: z.object({ pagerDutyIncident: linkedPageField }),
  line: event => automaticLine(event, 'alert', `PagerDuty incident unlinked: ${event.body.pagerDutyIncident.title}`),
})
