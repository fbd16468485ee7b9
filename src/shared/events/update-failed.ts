import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { codedFields } from './coded-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/** It surely did not land; `inDoubt`: a person gave it up, and it may have. */
export const updateFailed = defineEvent('update-failed', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    reason: z.string(),
    ...codedFields,
    inDoubt: z.optional(z.literal(true)),
  }),
  line: event => {
    const { inDoubt, reason } = event.body
    const text = inDoubt ? texts.updateLines.stopped : texts.updateLines.failed
    return automaticLine(event, 'comms', () => t(text, { reason }))
  },
})
