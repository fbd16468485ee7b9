import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { codedFields } from './coded-field'
import { defineEvent } from './define'
import { channelField, idField } from './fields'
import { automaticLine } from './line'

/** It surely did not land; `inDoubt`: a person gave it up, and it may have. */
export const updateFailed = defineEvent('update-failed', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    reason: z.string(),
    ...codedFields,
    inDoubt: z.optional(z.literal(true)),
    /** [UP16] Of a message to several channels: which; absent in older logs. */
    channel: z.optional(channelField),
  }),
  line: event => {
    const { inDoubt, reason, channel } = event.body
    const { stopped, stoppedIn, failed, failedIn } = texts.updateLines
    return automaticLine(event, 'comms', () => {
      if (channel === undefined) return t(inDoubt ? stopped : failed, { reason })
      return t(inDoubt ? stoppedIn : failedIn, { reason, channel: channel.label })
    })
  },
})
