import * as z from 'zod/mini'
import { attemptResults } from '../domain/strategy'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { itemText, strategyIdField } from './strategy-fields'

export const attemptJudged = defineEvent('attempt-judged', {
  version: 1,
  body: z.object({ attempt: strategyIdField, text: itemText, result: z.enum(attemptResults) }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn }),
  line: event => {
    const { text, result } = event.body
    const { tried, results } = texts.strategyLines
    return automaticLine(event, 'note', () => t(tried, { text, result: results[result] }))
  },
})
