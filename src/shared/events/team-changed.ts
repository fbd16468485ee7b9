import * as z from 'zod/mini'
import type { TeamId } from '../domain/ids'
import type { Responder } from '../domain/people'
import { defineEvent } from './define'
import { idField, nameField, responderField, respondersField } from './fields'
import { automaticLine } from './line'

/** Who joined and who left, and not the whole list: two screens that change one team do not undo each other. */
export const teamChanged = defineEvent('team-changed', {
  version: 1,
  body: z.object({
    team: idField<TeamId>(),
    name: nameField,
    lead: responderField,
    joined: respondersField,
    left: respondersField,
  }),
  line: event => {
    const { name, lead, joined, left } = event.body
    const changes = [`${lead.name} leads`, ...moved(joined, 'joined'), ...moved(left, 'left')]
    return automaticLine(event, 'action', `Sub-team ${name}: ${changes.join('; ')}`)
  },
})

function moved(people: readonly Responder[], how: 'joined' | 'left'): readonly string[] {
  return people.length === 0 ? [] : [`${people.map(({ name }) => name).join(', ')} ${how}`]
}
