import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { erasedRevisit, revisitField, revisitText } from './decision-fields'
import { defineEvent } from './define'
import { instant } from './fields'
import { withReason } from './line'
import { dueClock, entryField, itemText, lineUnlessTyped, outcomeText, strategyIdField } from './strategy-fields'

/** [DN1] */
export const decisionProposed = defineEvent('decision-proposed', {
  version: 1,
  body: z.object({
    ...{ decision: strategyIdField, text: itemText, reason: outcomeText, entry: entryField },
    /** Until when objections are asked for; null: it is decided in the same breath. */
    objectBy: z.nullable(instant),
    revisit: z.nullable(revisitField),
  }),
  withoutTexts: (body, standIn) => ({
    ...{ ...body, text: standIn, reason: body.reason && standIn },
    revisit: erasedRevisit(body.revisit, standIn),
  }),
  line: event => {
    const { text, reason, objectBy, revisit, entry } = event.body
    if (objectBy === null && entry === null) return undefined
    return lineUnlessTyped(event, entry, () => {
      const { proposed, objectBy: until, revisit: later } = texts.decisionLines
      const line = withReason(t(proposed, { text }), reason)
      const asked = objectBy === null ? line : t(until, { line, time: dueClock(objectBy) })
      return revisit === null ? asked : t(later, { line: asked, when: revisitText(revisit) })
    })
  },
})
