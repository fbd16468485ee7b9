import * as z from 'zod/mini'
import { isRaised } from '../domain/severity'
import { defineEvent } from './define'
import { remarkField, severityField } from './fields'
import { automaticLine } from './line'

export const severityChanged = defineEvent('severity-changed', {
  version: 1,
  body: z.object({ from: severityField, to: severityField, reason: remarkField }),
  apply: (incident, event) => {
    const { to } = event.body
    const worstSeverity = isRaised(incident.worstSeverity, to) ? to : incident.worstSeverity
    return { ...incident, severity: to, worstSeverity }
  },
  line: event => {
    const { from, to, reason } = event.body
    return automaticLine(event, 'status', `Severity ${from} → ${to}${reason === '' ? '' : `: ${reason}`}`)
  },
})
