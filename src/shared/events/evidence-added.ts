import * as z from 'zod/mini'
import { evidenceSides } from '../domain/strategy'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { entryField, itemText, lineUnlessTyped, strategyIdField } from './strategy-fields'

export const evidenceAdded = defineEvent('evidence-added', {
  version: 1,
  body: z.object({
    evidence: strategyIdField,
    hypothesis: strategyIdField,
    side: z.enum(evidenceSides),
    text: itemText,
    entry: entryField,
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn }),
  line: event => {
    const { side, text, entry } = event.body
    return lineUnlessTyped(event, entry, () => t(texts.strategyLines.evidence[side], { text }))
  },
})
