import * as z from 'zod/mini'
import { hypothesisStates } from '../domain/strategy'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine, withReason } from './line'
import { itemText, outcomeText, strategyIdField } from './strategy-fields'

export const hypothesisSettled = defineEvent('hypothesis-settled', {
  version: 1,
  body: z.object({ hypothesis: strategyIdField, text: itemText, state: z.enum(hypothesisStates), reason: outcomeText }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, reason: body.reason && standIn }),
  line: event => {
    const { text, state, reason } = event.body
    return automaticLine(event, state === 'open' ? 'note' : 'finding', () =>
      withReason(t(texts.strategyLines.hypotheses[state], { text }), reason),
    )
  },
})
