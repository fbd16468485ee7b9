import * as z from 'zod/mini'
import { audienceName } from '../domain/audience'
import { readersOf } from '../domain/channels/channel-kinds'
import type { UpdateId } from '../domain/ids'
import type { UpdateContent } from '../domain/update'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { audienceField, idField, instant, updateContentField } from './fields'
import { automaticLine } from './line'

/**
 * The vendor said that it is out, or we found it there. [UP7] [UP9] Its promise is one to its audience, and to no
 * other. Version 1 left the audience to the channel, and stored no promise but the one to customers.
 */
export const updatePublished = defineEvent('update-published', {
  version: 2,
  body: z.object({
    update: idField<UpdateId>(),
    content: updateContentField,
    audience: audienceField,
    /** When its audience expects to hear again; null: nothing is promised; absent: what was promised stays. */
    promise: z.optional(z.nullable(instant)),
    externalId: z.string(),
    url: z.nullable(z.string()),
    /** [PE6] The vendor's id of this update; absent: it has none, or an earlier version did not keep it. */
    entry: z.optional(z.string()),
  }),
  upcasts: { 1: withAudience },
  line: event => {
    const { content, audience } = event.body
    const { channel, status, body } = content
    return automaticLine(event, 'comms', () => {
      const said = { channel: channel.label, status: texts.status.names[status], body }
      if (audience === 'customers') return t(texts.updateLines.published, said)
      return t(texts.updateLines.sent, { ...said, audience: audienceName(audience) ?? texts.updateLines.colleagues })
    })
  },
})

function withAudience(body: unknown): unknown {
  const { content } = body as { readonly content: UpdateContent }
  const audience = readersOf(content.channel)
  return { ...(body as object), audience, ...(audience === 'customers' && { promise: content.nextUpdateAt }) }
}
