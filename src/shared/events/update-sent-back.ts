import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { hashField, idField, remarkField, titleField } from './fields'
import { automaticLine, withMore } from './line'
import { notApprovable } from './update-approved'

/** [AP6] A person read a message that waited for approval, and wants it changed first. */
export const updateSentBack = defineEvent('update-sent-back', {
  version: 1,
  body: z.object({ message: idField<UpdateId>(), text: hashField, title: titleField, note: remarkField }),
  withoutTexts: (body, standIn) => ({ ...body, note: standIn }),
  wish: ({ body }, { comms }) => notApprovable(body.message, comms),
  line: event =>
    automaticLine(event, 'comms', () =>
      withMore(t(texts.updateLines.sentBack, { title: event.body.title }), event.body.note),
    ),
})
