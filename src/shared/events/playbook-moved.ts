import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { methodKeyField, methodTextField } from './method-adopted'
import { playbookKeyField } from './playbook-started'

/** [PB4] The phase that a person says a playbook is in. */
export const playbookMoved = defineEvent('playbook-moved', {
  version: 1,
  body: z.object({
    ...{ playbook: playbookKeyField, phase: methodKeyField, title: methodTextField, text: methodTextField },
  }),
  line: event => automaticLine(event, 'status', () => t(texts.playbookLines.moved, event.body)),
})
