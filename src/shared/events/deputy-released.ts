import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { texts } from '../texts/texts'
import { assignmentLine } from './assignment-line'
import { defineEvent } from './define'
import { nameField, responderField, roleKeyField } from './fields'
import { automaticLine } from './line'

export const deputyReleased = defineEvent('deputy-released', {
  version: 1,
  body: z.object({ role: roleKeyField, responder: responderField, title: z.optional(nameField) }),
  withoutTexts: (body, standIn) => ({ ...body, responder: standInFor(standIn) }),
  line: event => automaticLine(event, 'action', () => assignmentLine(texts.roleLines.deputyReleased, event.body)),
})
