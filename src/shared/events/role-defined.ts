import * as z from 'zod/mini'
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
  line: event => {
    const { name, letters, duties } = event.body
    return automaticLine(event, 'action', [`Role ${name} (${letters})`, ...duties].join(' · '))
  },
})
