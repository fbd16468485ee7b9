import * as z from 'zod/mini'
import { defineEvent } from './define'
import { lineField } from './fields'
import { automaticLine } from './line'

export const impactStated = defineEvent('impact-stated', {
  version: 1,
  body: z.object({ impact: lineField }),
  withoutTexts: (_, standIn) => ({ impact: standIn }),
  line: event => automaticLine(event, 'status', `Impact: ${event.body.impact}`),
})
