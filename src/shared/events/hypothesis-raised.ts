import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { entryField, itemText, lineUnlessTyped, strategyIdField } from './strategy-fields'

export const hypothesisRaised = defineEvent('hypothesis-raised', {
  version: 1,
  body: z.object({ hypothesis: strategyIdField, text: itemText, entry: entryField }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn }),
  line: event => {
    const { text, entry } = event.body
    return lineUnlessTyped(event, entry, () => t(texts.strategyLines.hypothesis, { text }))
  },
})
