import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { hashField, idField, remarkField, titleField } from './fields'
import { automaticLine } from './line'

/** [AP1] A message needs an approval before it is published, as it reads now. */
export const updateApprovalAsked = defineEvent('update-approval-asked', {
  version: 1,
  body: z.object({
    message: idField<UpdateId>(),
    text: hashField,
    title: titleField,
    /** [AP8] Why it is to be published although the check stops it; absent: nothing stops it, or it was written before. */
    because: z.optional(remarkField),
  }),
  withoutTexts: (body, standIn) => ({ ...body, because: body.because && standIn }),
  line: event =>
    automaticLine(event, 'comms', () => {
      const { title, because: reason } = event.body
      const { approvalRequested, anyway } = texts.updateLines
      return t(approvalRequested, { title }) + (reason ? t(anyway, { reason }) : '')
    }),
})
