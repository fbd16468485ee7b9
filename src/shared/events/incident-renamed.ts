import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { titleField } from './fields'
import { automaticLine } from './line'

export const incidentRenamed = defineEvent('incident-renamed', {
  version: 1,
  body: z.object({ from: titleField, to: titleField }),
  withoutTexts: (_, standIn) => ({ from: standIn, to: standIn }),
  line: event => automaticLine(event, 'status', () => t(texts.incidentLines.renamed, event.body)),
})
