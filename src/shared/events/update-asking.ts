import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { codedFields } from './coded-field'
import { defineEvent } from './define'
import { idField, publicCandidateField } from './fields'
import { failureLine } from './line'

/** [UP6] It was not sent: a person says first which public incident it continues. */
export const updateAsking = defineEvent('update-asking', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    reason: z.string(),
    ...codedFields,
    candidates: z.readonly(z.array(publicCandidateField)),
  }),
  line: event => failureLine(event, 'comms', () => t(texts.updateLines.needsDecision, { reason: event.body.reason })),
})
