import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { followsByRule } from '../domain/vendor-request'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { actField } from './act-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'
import { requestText } from './request-text'

/** The vendor confirmed that it is done, or we found it done there. */
export const actDone = defineEvent('act-done', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField, externalId: z.string(), url: z.nullable(z.string()) }),
  line: event => {
    // A mark for every decision and a topic for every change follow by rule: a line for each would bury what people did.
    if (followsByRule(event.body.what)) return undefined
    // A person's decision about an unverifiable outcome is shown as one.
    const text = event.by.kind === 'person' ? texts.requestLines.confirmed : texts.requestLines.done
    return automaticLine(event, 'action', () => t(text, { what: requestText(event.body.what) }))
  },
})
