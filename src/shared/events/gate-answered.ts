import * as z from 'zod/mini'
import { actorName } from '../domain/people'
import { gateAnswers } from '../domain/resolution'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { remarkField } from './fields'
import { automaticLine, withReason } from './line'
import { methodKeyField, methodTextField } from './method-adopted'

/** [GT5] A person's answer to a criterion of the resolution gate, or its withdrawal. */
export const gateAnswered = defineEvent('gate-answered', {
  version: 1,
  body: z.object({
    ...{ criterion: methodKeyField, text: methodTextField, answer: z.enum(gateAnswers), note: remarkField },
  }),
  withoutTexts: (body, standIn) => ({ ...body, note: standIn }),
  line: event => {
    const { text, answer, note } = event.body
    return automaticLine(event, 'status', () =>
      withReason(t(texts.incidentLines.gate[answer], { text, who: actorName(event.by) }), note),
    )
  },
})
