import * as z from 'zod/mini'
import { withCrew } from '../domain/crew-changes'
import { defineEvent } from './define'
import { customRoleField, dutiesField, lettersField, nameField } from './fields'
import { automaticLine } from './line'

/** [RO2] A role of the incident's own, or another wording of one; its holder stays. */
export const roleDefined = defineEvent('role-defined', {
  version: 1,
  body: z.object({
    role: customRoleField,
    name: nameField,
    letters: lettersField,
    duties: dutiesField,
    operates: z.boolean(),
  }),
  apply: (incident, { body: { role, ...words } }) => {
    const known = incident.crew.customRoles
    const before = known.find(({ id }) => id === role)
    const customRoles =
      before === undefined
        ? [...known, { id: role, ...words, held: null }]
        : known.map(one => (one === before ? { ...one, ...words } : one))
    return withCrew(incident, { customRoles })
  },
  line: event => {
    const { name, letters, duties } = event.body
    return automaticLine(event, 'action', [`Role ${name} (${letters})`, ...duties].join(' · '))
  },
})
