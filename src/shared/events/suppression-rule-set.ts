import * as z from 'zod/mini'
import type { NoiseRuleId } from '../domain/ids'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'
import { setRuleFields } from './suppression-fields'

/** [AG15] A person hides alerts by a rule, from now on. One that takes the place of another ends it. */
export const suppressionRuleSet = defineEvent('suppression-rule-set', {
  version: 1,
  stream: 'workspace',
  body: z.object({ ...setRuleFields, replaces: z.optional(idField<NoiseRuleId>()) }),
  line: event => {
    const { reason, replaces } = event.body
    const what = replaces === undefined ? 'Suppression rule set' : 'Suppression rule changed'
    return automaticLine(event, 'action', `${what}: ${reason}`)
  },
})
