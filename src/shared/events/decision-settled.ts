import * as z from 'zod/mini'
import { deciders, decisionStates } from '../domain/decisions'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine, withReason } from './line'
import { entryField, itemText, outcomeText, strategyIdField } from './strategy-fields'

/** [DN2] */
export const decisionSettled = defineEvent('decision-settled', {
  version: 1,
  body: z.object({
    ...{ decision: strategyIdField, text: itemText, reason: outcomeText, entry: entryField },
    state: z.enum(decisionStates),
    /** What it was when this was said. */
    was: z.enum(decisionStates),
    as: z.enum(deciders),
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, reason: body.reason && standIn }),
  // Of two who settle it without knowing of each other the first in order does.
  wish: ({ body: { decision, was } }, { decisions: { decisions } }) => {
    const known = decisions.find(({ id }) => id === decision)
    return known === undefined || known.state === was ? undefined : 'decision-settled'
  },
  line: event => {
    const { text, reason, state, as, entry } = event.body
    if (entry !== null) return { change: 'amended', id: entry, amend: line => line }
    // [DN8] What is decided is a mark on the charts.
    return automaticLine(event, state === 'decided' || state === 'reversed' ? 'decision' : 'note', () => {
      const { settled, deciders: said } = texts.decisionLines
      return withReason(state === 'decided' ? t(said[as], { text }) : t(settled[state], { text }), reason)
    })
  },
})
