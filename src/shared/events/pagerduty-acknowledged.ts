import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { linkedPageField } from './fields'
import { automaticLine, withMore } from './line'

/** [MI7] A linked PagerDuty incident was acknowledged at PagerDuty itself; it happened then. */
export const pagerDutyAcknowledged = defineEvent('pagerduty-acknowledged', {
  version: 1,
  body: z.object({
    pagerDutyIncident: linkedPageField,
    /** As PagerDuty names them; empty: it does not say. */
    who: z.string().check(z.maxLength(300)),
    /** Whose clock says when; absent: written before it was noted. */
    clock: z.optional(z.enum(['theirs', 'ours'])),
  }),
  withoutTexts: (body, standIn) => ({ ...body, who: body.who === '' ? '' : standIn }),
  line: event => {
    const { who, pagerDutyIncident, clock } = event.body
    const { title } = pagerDutyIncident
    const { acknowledgedThere, acknowledgedClock } = texts.incidentLines
    const more = [who, clock === undefined ? '' : acknowledgedClock[clock]].filter(word => word !== '').join(', ')
    return automaticLine(event, 'action', () => withMore(t(acknowledgedThere, { title }), more))
  },
})
