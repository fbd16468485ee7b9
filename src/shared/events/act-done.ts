import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { followsByRule } from '../domain/vendor-request'
import { actField } from './act-field'
import { actSummary } from './act-summary'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/** The vendor said that it is done, or we found it done there. */
export const actDone = defineEvent('act-done', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField, externalId: z.string(), url: z.nullable(z.string()) }),
  line: event => {
    // A mark for every decision and a topic for every change follow by rule: a line for each would bury what people did.
    if (followsByRule(event.body.what)) return undefined
    // A person's word on what nobody could look up is told as one.
    const word = event.by.kind === 'person' ? 'Said to be done' : 'Done'
    return automaticLine(event, 'action', `${word}: ${actSummary(event.body.what)}`)
  },
})
