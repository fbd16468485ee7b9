import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { actField } from './act-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'
import { requestText } from './request-text'

/**
 * A person, or a rule, requested a write to another system. It is on its way from here on; a new request after a
 * failure is this too.
 */
export const actAsked = defineEvent('act-asked', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField }),
  wish: ({ body }, { outside }) =>
    outside.acts.find(({ id }) => id === body.act)?.standing.state === 'done' ? 'request-done' : undefined,
  line: event => {
    // What a rule requests by itself is reported once it is done: nobody waits for it.
    if (event.by.kind === 'engine') return undefined
    return automaticLine(event, 'action', () => t(texts.requestLines.requested, { what: requestText(event.body.what) }))
  },
})
