import * as z from 'zod/mini'
import type { EventId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { erasedRevisit, revisitField, revisitText } from './decision-fields'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'
import { itemText, strategyIdField } from './strategy-fields'

/** [DN5] When a decision is revisited; null: it stays as it is. */
export const decisionRevisitSet = defineEvent('decision-revisit-set', {
  version: 1,
  body: z.object({
    ...{ decision: strategyIdField, text: itemText },
    revisit: z.nullable(revisitField),
    /** The one that it replaces. */
    was: z.nullable(idField<EventId>()),
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, revisit: erasedRevisit(body.revisit, standIn) }),
  wish: ({ body: { decision, was } }, { decisions: { decisions } }) => {
    const known = decisions.find(({ id }) => id === decision)
    return known === undefined || (known.revisit?.key ?? null) === was ? undefined : 'revisit-changed'
  },
  line: event => {
    const { text, revisit } = event.body
    return automaticLine(event, 'note', () => {
      const { kept, revisitSet } = texts.decisionLines
      return revisit === null ? t(kept, { text }) : t(revisitSet, { text, when: revisitText(revisit) })
    })
  },
})
