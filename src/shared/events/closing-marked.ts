import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { methodKeyField, methodTextField } from './method-adopted'

/** [GT7] An item of the closing list that a person ticked, or unticked. */
export const closingMarked = defineEvent('closing-marked', {
  version: 1,
  body: z.object({ item: methodKeyField, text: methodTextField, done: z.boolean() }),
  line: event => {
    const { text, done } = event.body
    return automaticLine(event, 'action', () => t(texts.incidentLines[done ? 'closed' : 'closedNot'], { text }))
  },
})
