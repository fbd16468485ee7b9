import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, updateContentField } from './fields'
import { automaticLine } from './line'

/** The vendor said that it is out, or we found it there. `nextUpdateAt` of the content becomes the promise. */
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
    return automaticLine(event, 'comms', `Published to ${content.channel.label} (${content.status}): ${content.body}`)
  },
})
