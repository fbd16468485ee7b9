import * as z from 'zod/mini'
import type { NoiseRuleId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
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
    const text = replaces === undefined ? texts.folderLines.ruleSet : texts.folderLines.ruleChanged
    return automaticLine(event, 'action', () => t(text, { reason }))
  },
})
