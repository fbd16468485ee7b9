import * as z from 'zod/mini'
import { isRaised } from '../domain/severity'
import { paceAnswer, paces } from '../domain/update-pace'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { severityField } from './fields'
import { automaticLine } from './line'

const minutes = z.number().check(z.int(), z.positive())

/** [UP12] How often customers hear from the next update on, once an incident is open for long. */
export const updatePaceChosen = defineEvent('update-pace-chosen', {
  version: 1,
  body: z.object({
    pace: z.enum(paces),
    /** What it was answered for. */
    severity: severityField,
    ...{ usual: minutes, slower: minutes },
    /** What held until then. */
    was: z.nullable(z.enum(paces)),
  }),
  wish: ({ body: { severity, was } }, { severity: { severity: now }, pace }) => {
    if (isRaised(severity, now)) return 'severity-raised'
    return (paceAnswer(pace, now)?.pace ?? null) === was ? undefined : 'pace-answered'
  },
  line: event => {
    const { pace, usual, slower } = event.body
    return automaticLine(event, 'comms', () => t(texts.updateLines.paces[pace], { usual, slower }))
  },
})
