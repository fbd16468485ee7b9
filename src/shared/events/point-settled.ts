import * as z from 'zod/mini'
import { pointStates } from '../domain/strategy'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine, withReason } from './line'
import { itemText, outcomeText, strategyIdField } from './strategy-fields'

export const pointSettled = defineEvent('point-settled', {
  version: 1,
  body: z.object({ point: strategyIdField, text: itemText, state: z.enum(pointStates), answer: outcomeText }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, answer: body.answer && standIn }),
  line: event => {
    const { text, state, answer } = event.body
    return automaticLine(event, 'note', () => withReason(t(texts.strategyLines.closed[state], { text }), answer))
  },
})
