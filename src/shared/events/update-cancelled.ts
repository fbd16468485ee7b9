import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { channelField, idField } from './fields'
import { automaticLine } from './line'

/** Called back before it left: a draft again. */
export const updateCancelled = defineEvent('update-cancelled', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    /** Absent: an earlier version of ours did not keep it. */
    channel: z.optional(channelField),
  }),
  line: event =>
    automaticLine(event, 'comms', () => {
      const { channel } = event.body
      const { cancelled, cancelledIn } = texts.updateLines
      return channel === undefined ? cancelled : t(cancelledIn, { channel: channel.label })
    }),
})
