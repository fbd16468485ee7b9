import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { hashField, idField, titleField } from './fields'
import { automaticLine } from './line'

/** [AP1] A message needs an approval before it is published, as it reads now. */
export const updateApprovalAsked = defineEvent('update-approval-asked', {
  version: 1,
  body: z.object({ message: idField<UpdateId>(), text: hashField, title: titleField }),
  line: event =>
    automaticLine(event, 'comms', () => t(texts.updateLines.approvalRequested, { title: event.body.title })),
})
