import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { actField } from './act-field'
import { actSummary } from './act-summary'
import { defineEvent } from './define'
import { idField } from './fields'
import { failureLine } from './line'

/** It surely was not done; `inDoubt`: a person gave it up, and it may have been. */
export const actFailed = defineEvent('act-failed', {
  version: 1,
  stream: 'both',
  body: z.object({
    act: idField<OutboxItemId>(),
    what: actField,
    reason: z.string(),
    inDoubt: z.optional(z.literal(true)),
  }),
  line: event => {
    const { what, reason, inDoubt } = event.body
    return failureLine(event, 'action', `${inDoubt ? 'Not followed up' : 'Not done'}: ${actSummary(what)} (${reason})`)
  },
})
