import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { actField } from './act-field'
import { actSummary } from './act-summary'
import { defineEvent } from './define'
import { idField } from './fields'
import { failureLine } from './line'

/** It may be done or not. The engine looks; where it cannot tell, a person decides. */
export const actUnknown = defineEvent('act-unknown', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField, reason: z.string() }),
  line: event =>
    failureLine(event, 'action', `Not known whether done: ${actSummary(event.body.what)} (${event.body.reason})`),
})
