import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { lineField } from './fields'
import { automaticLine } from './line'

export const impactStated = defineEvent('impact-stated', {
  version: 1,
  body: z.object({ impact: lineField }),
  withoutTexts: (_, standIn) => ({ impact: standIn }),
  line: event => automaticLine(event, 'status', () => t(texts.incidentLines.impact, event.body)),
})
