import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { customRoleField, nameField } from './fields'
import { automaticLine } from './line'

/** [RO2] A role of the incident's own that is needed no more; its holder stays among the past holders. */
export const roleDropped = defineEvent('role-dropped', {
  version: 1,
  body: z.object({ role: customRoleField, title: nameField }),
  line: event => automaticLine(event, 'action', () => t(texts.roleLines.removed, { name: event.body.title })),
})
