import * as z from 'zod/mini'
import type { TeamId } from '../domain/ids'
import { listText, t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, nameField, responderField, respondersField } from './fields'
import { automaticLine } from './line'

export const teamFormed = defineEvent('team-formed', {
  version: 1,
  body: z.object({ team: idField<TeamId>(), name: nameField, lead: responderField, members: respondersField }),
  line: event => {
    const { name, lead, members } = event.body
    const { leads, leadsMembers, team } = texts.roleLines
    return automaticLine(event, 'action', () => {
      const led = { lead: lead.name, members: listText(members.map(member => member.name)) }
      return t(team, { name, changes: t(members.length === 0 ? leads : leadsMembers, led) })
    })
  },
})
