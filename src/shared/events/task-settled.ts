import * as z from 'zod/mini'
import { taskStates } from '../domain/strategy'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine, withReason } from './line'
import { itemText, outcomeText, strategyIdField } from './strategy-fields'

export const taskSettled = defineEvent('task-settled', {
  version: 1,
  body: z.object({ task: strategyIdField, text: itemText, state: z.enum(taskStates), result: outcomeText }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, result: body.result && standIn }),
  line: event => {
    const { text, state, result } = event.body
    return automaticLine(event, 'note', () => withReason(t(texts.strategyLines.settled[state], { text }), result))
  },
})
