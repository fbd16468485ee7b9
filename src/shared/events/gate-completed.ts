import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'

/** [GT6] All criteria of the resolution gate hold while the incident is monitored, and its people are called. */
export const gateCompleted = defineEvent('gate-completed', {
  version: 1,
  body: z.object({ criteria: z.int().check(z.positive()) }),
  line: event =>
    automaticLine(event, 'status', () => t(texts.incidentLines.gateComplete, { count: event.body.criteria })),
})
