import * as z from 'zod/mini'
import type { NoiseRuleId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/** [AG15] A person ends a rule before its time: what it hid is shown again. */
export const suppressionRuleEnded = defineEvent('suppression-rule-ended', {
  version: 1,
  stream: 'workspace',
  body: z.object({ rule: idField<NoiseRuleId>(), reason: z.string() }),
  line: event => automaticLine(event, 'action', () => t(texts.folderLines.ruleEnded, { reason: event.body.reason })),
})
