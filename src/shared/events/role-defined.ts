import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
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
    return automaticLine(event, 'action', () => [t(texts.roleLines.defined, { name, letters }), ...duties].join(' · '))
  },
})
