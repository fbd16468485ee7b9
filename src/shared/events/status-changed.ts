import * as z from 'zod/mini'
import type { Incident } from '../domain/incident'
import { defineEvent } from './define'
import { remarkField, statusField } from './fields'
import { automaticLine } from './line'

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
    return automaticLine(event, 'status', `Status ${from} → ${to}${reason === '' ? '' : `: ${reason}`}`)
  },
})
