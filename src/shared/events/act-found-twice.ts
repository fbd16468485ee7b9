import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { actField } from './act-field'
import { actSummary } from './act-summary'
import { copiesField, copiesText } from './copies'
import { defineEvent } from './define'
import { idField } from './fields'
import { failureLine } from './line'

/** [OB21] It was sent again after the first seemed lost, and the vendor performed both. It stays done. */
export const actFoundTwice = defineEvent('act-found-twice', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField, vendor: z.string(), copies: copiesField }),
  line: event => {
    const { what, vendor, copies } = event.body
    return failureLine(
      event,
      'action',
      `There twice at ${vendor}: ${actSummary(what)} (${copiesText(copies)}). Delete all but one there.`,
    )
  },
})
