import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { roleSlot } from '../domain/responders'
import { texts } from '../texts/texts'
import { assignmentLine } from './assignment-line'
import { defineEvent } from './define'
import { nameField, responderField, roleKeyField } from './fields'
import { automaticLine } from './line'

/** [RO6] The deputy of the holder of a role. */
export const deputyNamed = defineEvent('deputy-named', {
  version: 1,
  body: z.object({ role: roleKeyField, responder: responderField, title: z.optional(nameField) }),
  withoutTexts: (body, standIn) => ({ ...body, responder: standInFor(standIn) }),
  wish: ({ body }, { roles }) => {
    const seat = roleSlot(roles, body.role)
    if (seat === undefined) return 'role-gone'
    return seat.held?.responder.id === body.responder.id ? 'holds-the-role' : undefined
  },
  line: event => automaticLine(event, 'action', () => assignmentLine(texts.roleLines.deputy, event.body)),
})
