import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { remarkField, statusField } from './fields'
import { automaticLine, withReason } from './line'

export const statusChanged = defineEvent('status-changed', {
  version: 1,
  body: z.object({ from: statusField, to: statusField, reason: remarkField }),
  withoutTexts: (body, standIn) => ({ ...body, reason: standIn }),
  line: event => {
    const { from, to, reason } = event.body
    const names = texts.status.names
    return automaticLine(event, 'status', () =>
      withReason(t(texts.incidentLines.status, { from: names[from], to: names[to] }), reason),
    )
  },
})
