import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { actField } from './act-field'
import { codedFields } from './coded-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { failureLine } from './line'
import { requestText } from './request-text'

/** It may be done or not. The engine verifies; if it cannot, a person decides. */
export const actUnknown = defineEvent('act-unknown', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField, reason: z.string(), ...codedFields }),
  line: event => {
    const { what, reason } = event.body
    return failureLine(event, 'action', () => t(texts.requestLines.unknown, { what: requestText(what), reason }))
  },
})
