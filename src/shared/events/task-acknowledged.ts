import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { itemText, strategyIdField } from './strategy-fields'

export const taskAcknowledged = defineEvent('task-acknowledged', {
  version: 1,
  body: z.object({ task: strategyIdField, text: itemText }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn }),
  line: event => automaticLine(event, 'action', () => t(texts.strategyLines.acknowledged, { text: event.body.text })),
})
