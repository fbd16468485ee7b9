import * as z from 'zod/mini'
import type { Incident } from '../domain/incident'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { remarkField, statusField } from './fields'
import { automaticLine, withReason } from './line'

/** What came back has not ended. */
function _reopened(incident: Incident, wasResolved: boolean): Incident {
  return wasResolved ? { ...incident, ended: null } : incident
}

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
