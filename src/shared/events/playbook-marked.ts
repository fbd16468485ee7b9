import * as z from 'zod/mini'
import { playbookMarks } from '../domain/playbook'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { methodKeyField, methodTextField } from './method-adopted'
import { playbookKeyField } from './playbook-started'

/** [PB3] An item that a person settled, or opened again; `title` and `text` for the line alone. */
export const playbookMarked = defineEvent('playbook-marked', {
  version: 1,
  body: z.object({
    ...{ playbook: playbookKeyField, item: methodKeyField, title: methodTextField, text: methodTextField },
    mark: z.enum(playbookMarks),
  }),
  line: event => automaticLine(event, 'action', () => t(texts.playbookLines.marks[event.body.mark], event.body)),
})
