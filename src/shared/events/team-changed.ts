import * as z from 'zod/mini'
import type { TeamId } from '../domain/ids'
import type { Responder } from '../domain/people'
import { listText, t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, nameField, responderField, respondersField } from './fields'
import { automaticLine } from './line'

/** Who joined and who left, and not the whole list: two sessions that change one team do not undo each other. */
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
    const { leads, joined: came, left: gone, team } = texts.roleLines
    return automaticLine(event, 'action', () => {
      const changes = [t(leads, { lead: lead.name }), ...moved(joined, came), ...moved(left, gone)]
      return t(team, { name, changes: changes.join('; ') })
    })
  },
})

function moved(people: readonly Responder[], text: string): readonly string[] {
  return people.length === 0 ? [] : [t(text, { people: listText(people.map(({ name }) => name)) })]
}
