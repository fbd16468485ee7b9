import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { defineEvent } from './define'
import { nameField, responderField, roleKeyField } from './fields'
import { automaticLine } from './line'
import { roleTitle } from './role-title'

export const deputyReleased = defineEvent('deputy-released', {
  version: 1,
  body: z.object({ role: roleKeyField, responder: responderField, title: z.optional(nameField) }),
  withoutTexts: (body, standIn) => ({ ...body, responder: standInFor(standIn) }),
  line: event =>
    automaticLine(event, 'action', `${event.body.responder.name} is no longer deputy ${roleTitle(event.body)}`),
})
