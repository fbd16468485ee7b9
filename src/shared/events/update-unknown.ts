import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { codedFields } from './coded-field'
import { defineEvent } from './define'
import { channelField, idField } from './fields'
import { automaticLine } from './line'

/** It may be out or not. The engine verifies; if it cannot, a person decides. */
export const updateUnknown = defineEvent('update-unknown', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    reason: z.string(),
    ...codedFields,
    /** [UP16] Of a message to several channels: which; absent in older logs. */
    channel: z.optional(channelField),
  }),
  line: event =>
    automaticLine(event, 'comms', () => {
      const { code, reason, channel } = event.body
      const { toPost, unknown, unknownIn } = texts.updateLines
      if (code === 'post-by-hand') return t(toPost, { reason })
      return channel === undefined ? t(unknown, { reason }) : t(unknownIn, { reason, channel: channel.label })
    }),
})
