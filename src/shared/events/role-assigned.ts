import * as z from 'zod/mini'
import { roleName, roles } from '../domain/people'
import { defineEvent } from './define'
import { responderField } from './fields'
import { automaticLine } from './line'

export const roleAssigned = defineEvent('role-assigned', {
  version: 1,
  body: z.object({ role: z.enum(roles), responder: responderField }),
  apply: (incident, event) => {
    const { role, responder } = event.body
    return { ...incident, roles: { ...incident.roles, [role]: { responder, since: event.at } } }
  },
  line: event => automaticLine(event, 'action', `${roleName[event.body.role]}: ${event.body.responder.name}`),
})
