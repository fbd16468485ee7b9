import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { entryField, itemText, lineUnlessTyped, strategyIdField } from './strategy-fields'

/** [DN2] An objection is stored, whatever became of the decision meanwhile. */
export const decisionObjected = defineEvent('decision-objected', {
  version: 1,
  body: z.object({
    ...{ decision: strategyIdField, objection: strategyIdField, objected: itemText, entry: entryField },
    /** Of the decision. */
    text: itemText,
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, objected: standIn }),
  line: event => {
    const { text, objected, entry } = event.body
    return lineUnlessTyped(event, entry, () => t(texts.decisionLines.objected, { text, objected }))
  },
})
