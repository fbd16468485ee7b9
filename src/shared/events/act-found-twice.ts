import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { actField } from './act-field'
import { copiesField, copiesText } from './copies'
import { defineEvent } from './define'
import { idField } from './fields'
import { failureLine } from './line'
import { requestText } from './request-text'

/** [OB21] It was sent again after the first seemed lost, and the vendor performed both. It stays done. */
export const actFoundTwice = defineEvent('act-found-twice', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField, vendor: z.string(), copies: copiesField }),
  line: event => {
    const { what, vendor, copies } = event.body
    const text = texts.requestLines.twice
    return failureLine(event, 'action', () => t(text, { vendor, what: requestText(what), copies: copiesText(copies) }))
  },
})
