import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { actField } from './act-field'
import { codedFields } from './coded-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { failureLine } from './line'
import { requestText } from './request-text'

/** It surely was not done; `inDoubt`: a person gave it up, and it may have been. */
export const actFailed = defineEvent('act-failed', {
  version: 1,
  stream: 'both',
  body: z.object({
    act: idField<OutboxItemId>(),
    what: actField,
    reason: z.string(),
    ...codedFields,
    inDoubt: z.optional(z.literal(true)),
  }),
  line: event => {
    const { what, reason, inDoubt } = event.body
    const text = inDoubt ? texts.requestLines.stopped : texts.requestLines.failed
    return failureLine(event, 'action', () => t(text, { what: requestText(what), reason }))
  },
})
