import * as z from 'zod/mini'
import { roleName, roles } from '../domain/people'
import { defineEvent } from './define'
import { responderField } from './fields'
import { automaticLine } from './line'

export const roleReleased = defineEvent('role-released', {
  version: 1,
  body: z.object({ role: z.enum(roles), responder: responderField }),
  apply: (incident, event) => ({ ...incident, roles: { ...incident.roles, [event.body.role]: null } }),
  line: event =>
    automaticLine(event, 'action', `${event.body.responder.name} is no longer ${roleName[event.body.role]}`),
})
