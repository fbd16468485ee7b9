import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { instant } from './fields'
import { automaticLine } from './line'
import { dueClock, itemText, strategyIdField } from './strategy-fields'

export const taskExtended = defineEvent('task-extended', {
  version: 1,
  body: z.object({ task: strategyIdField, text: itemText, dueAt: instant }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn }),
  line: event => {
    const { text, dueAt } = event.body
    return automaticLine(event, 'action', () => t(texts.strategyLines.extended, { time: dueClock(dueAt), text }))
  },
})
