import * as z from 'zod/mini'
import { defineEvent } from './define'
import { nameField, responderField, roleKeyField } from './fields'
import { automaticLine } from './line'
import { titleOf } from './role-title'

/** [RO6] Who stands in for the holder of a role. */
export const deputyNamed = defineEvent('deputy-named', {
  version: 1,
  body: z.object({ role: roleKeyField, responder: responderField, title: z.optional(nameField) }),
  line: event => automaticLine(event, 'action', `Deputy ${titleOf(event.body)}: ${event.body.responder.name}`),
})
