import * as z from 'zod/mini'
import { isForCustomers } from '../domain/channels/channel-kinds'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, updateContentField } from './fields'
import { automaticLine } from './line'

/**
 * The vendor said that it is out, or we found it there. [UP7] In a channel of customers `nextUpdateAt` of the content
 * becomes the promise.
 */
export const updatePublished = defineEvent('update-published', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    content: updateContentField,
    externalId: z.string(),
    url: z.nullable(z.string()),
  }),
  line: event => {
    const { content } = event.body
    const { channel, status, body } = content
    const done = isForCustomers(channel) ? 'Published to' : 'Told colleagues in'
    return automaticLine(event, 'comms', `${done} ${channel.label} (${status}): ${body}`)
  },
})
