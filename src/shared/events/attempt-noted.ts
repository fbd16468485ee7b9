import * as z from 'zod/mini'
import { attemptResults } from '../domain/strategy'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { entryField, itemText, lineUnlessTyped, measureField, strategyIdField } from './strategy-fields'

export const attemptNoted = defineEvent('attempt-noted', {
  version: 2,
  body: z.object({
    ...{ attempt: strategyIdField, text: itemText, result: z.enum(attemptResults), entry: entryField },
    measure: measureField,
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn }),
  line: event => {
    const { text, result, entry } = event.body
    const { tried, results } = texts.strategyLines
    return lineUnlessTyped(event, entry, () => t(tried, { text, result: results[result] }))
  },
})
