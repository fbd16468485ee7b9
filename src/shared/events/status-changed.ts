import * as z from 'zod/mini'
import { defineEvent } from './define'
import { remarkField, statusField } from './fields'
import { automaticLine } from './line'

export const statusChanged = defineEvent('status-changed', {
  version: 1,
  body: z.object({ from: statusField, to: statusField, reason: remarkField }),
  apply: (incident, event) =>
    event.body.to === 'resolved'
      ? { ...incident, status: 'resolved', resolvedAt: event.at, checkpoint: { state: 'off' }, nextUpdateDueAt: null }
      : { ...incident, status: event.body.to, resolvedAt: null },
  line: event => {
    const { from, to, reason } = event.body
    return automaticLine(event, 'status', `Status ${from} → ${to}${reason === '' ? '' : `: ${reason}`}`)
  },
})
