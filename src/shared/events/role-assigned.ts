import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { roleSlot } from '../domain/responders'
import { texts } from '../texts/texts'
import { assignmentLine } from './assignment-line'
import { defineEvent } from './define'
import { nameField, responderField, roleKeyField } from './fields'
import { automaticLine } from './line'

export const roleAssigned = defineEvent('role-assigned', {
  // 2: also a role of the incident's own, whose name is in `title`.
  version: 2,
  body: z.object({ role: roleKeyField, responder: responderField, title: z.optional(nameField) }),
  withoutTexts: (body, standIn) => ({ ...body, responder: standInFor(standIn) }),
  wish: ({ body }, { roles }) => (roleSlot(roles, body.role) === undefined ? 'role-gone' : undefined),
  line: event => automaticLine(event, 'action', () => assignmentLine(texts.roleLines.assigned, event.body)),
})
