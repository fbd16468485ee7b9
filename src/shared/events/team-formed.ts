import * as z from 'zod/mini'
import type { TeamId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, nameField, responderField, respondersField } from './fields'
import { automaticLine } from './line'

export const teamFormed = defineEvent('team-formed', {
  version: 1,
  body: z.object({ team: idField<TeamId>(), name: nameField, lead: responderField, members: respondersField }),
  line: event => {
    const { name, lead, members } = event.body
    const led = `Sub-team ${name}: ${lead.name} leads`
    const text = members.length === 0 ? led : `${led} ${members.map(member => member.name).join(', ')}`
    return automaticLine(event, 'action', text)
  },
})
