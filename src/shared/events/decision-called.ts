import * as z from 'zod/mini'
import { revisitOutcomes, unknownReasons } from '../domain/decisions'
import type { EventId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { conditionText, erasedRevisit, revisitField } from './decision-fields'
import { defineEvent } from './define'
import { idField, instant } from './fields'
import { failureLine } from './line'
import { itemText, strategyIdField } from './strategy-fields'

/** [DN7] The engine says once what became of a revisit. */
export const decisionCalled = defineEvent('decision-called', {
  version: 1,
  body: z.object({
    ...{ decision: strategyIdField, text: itemText, revisit: revisitField, key: idField<EventId>() },
    ...{ outcome: z.enum(revisitOutcomes), why: z.nullable(z.enum(unknownReasons)), dueAt: instant },
    /** What the panel showed, as people read it; empty: nothing. */
    value: z.string().check(z.maxLength(300)),
  }),
  withoutTexts: ({ revisit, ...body }, standIn) => ({
    ...{ ...body, text: standIn },
    revisit: { ...revisit, ...erasedRevisit(revisit, standIn) },
  }),
  wish: ({ body: { decision, key } }, { decisions: { decisions } }) => {
    const known = decisions.find(({ id }) => id === decision)
    if (known === undefined) return undefined
    return known.revisit?.key === key && known.called === null && known.state === 'decided'
      ? undefined
      : 'revisit-changed'
  },
  line: event => {
    const { text, revisit, outcome, value, why } = event.body
    const { condition, instead } = revisit
    return failureLine(event, 'metric', () => {
      const { called, unknown, instead: then } = texts.decisionLines
      const said = {
        condition: condition === null ? '' : conditionText(condition),
        why: why === null ? '' : t(unknown[why], { title: condition?.title ?? '' }),
      }
      const line = t(called[outcome], { text, value, ...said })
      return instead === '' || outcome === 'not-met' ? line : t(then, { line, text: instead })
    })
  },
})
