import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { remarkField } from './fields'
import { automaticLine, withReason } from './line'
import { methodTextField } from './method-adopted'
import { playbookKeyField } from './playbook-started'

/** [PB7] A playbook that the incident is no longer worked by; what was ticked stays in the record. */
export const playbookEnded = defineEvent('playbook-ended', {
  version: 1,
  body: z.object({ playbook: playbookKeyField, title: methodTextField, reason: remarkField }),
  line: event => {
    const { title, reason } = event.body
    return automaticLine(event, 'status', () => withReason(t(texts.playbookLines.ended, { title }), reason))
  },
  withoutTexts: (body, standIn) => ({ ...body, reason: standIn }),
})
