import * as z from 'zod/mini'
import type { ApprovedAs } from '../domain/approval'
import type { OutboxItemId } from '../domain/ids'
import type { EditVerdict } from '../domain/proposed-edit'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { hashField, idField, remarkField, titleField } from './fields'
import { automaticLine, withMore } from './line'

export const verdictField = z.enum(['approved', 'sent-back'] satisfies readonly EditVerdict[])

/** [PE5] A person read a proposed edit, and lets it go, or wants it changed first. `text` is the hash of what they read. */
export const editJudged = defineEvent('edit-judged', {
  version: 1,
  body: z.object({
    edit: idField<OutboxItemId>(),
    text: hashField,
    title: titleField,
    verdict: verdictField,
    /** Absent: sent back, or by somebody without a role that approves. */
    as: z.optional(z.enum(['ic', 'deputy', 'alone'] satisfies readonly ApprovedAs[])),
    note: remarkField,
  }),
  withoutTexts: (body, standIn) => ({ ...body, note: body.note && standIn }),
  line: event =>
    automaticLine(event, 'comms', () => {
      const { verdict, title, note } = event.body
      const { editApproved, sentBack } = texts.updateLines
      return withMore(t(verdict === 'approved' ? editApproved : sentBack, { title }), note)
    }),
})
