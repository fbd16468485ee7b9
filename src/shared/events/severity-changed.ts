import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { remarkField, severityField } from './fields'
import { automaticLine, withReason } from './line'

export const severityChanged = defineEvent('severity-changed', {
  version: 1,
  body: z.object({ from: severityField, to: severityField, reason: remarkField }),
  withoutTexts: (body, standIn) => ({ ...body, reason: standIn }),
  line: event => {
    const { from, to, reason } = event.body
    return automaticLine(event, 'status', () => withReason(t(texts.incidentLines.severity, { from, to }), reason))
  },
})
