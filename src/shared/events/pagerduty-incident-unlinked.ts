import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { linkedPageField } from './fields'
import { automaticLine } from './line'

export const pagerDutyIncidentUnlinked = defineEvent('pagerduty-incident-unlinked', {
  version: 1,
  body: z.object({ pagerDutyIncident: linkedPageField }),
  line: event => {
    const { title } = event.body.pagerDutyIncident
    return automaticLine(event, 'alert', () => t(texts.incidentLines.alertUnlinked, { title }))
  },
})
