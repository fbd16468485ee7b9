import * as z from 'zod/mini'
import { defineEvent } from './define'
import { instant } from './fields'
import { setRuleFields } from './suppression-fields'

const { rule: id, ...said } = setRuleFields
const carriedRule = z.object({
  ...{ id, ...said },
  ...{ setBy: z.string(), setAt: instant, endedAt: z.nullable(instant), endedBy: z.nullable(z.string()) },
})

/** [AG15] The rules of before each change of one was an event, as they stood then. */
export const suppressionRulesCarried = defineEvent('suppression-rules-carried', {
  version: 1,
  stream: 'workspace',
  body: z.object({ rules: z.readonly(z.array(carriedRule)) }),
  line: () => undefined,
})
