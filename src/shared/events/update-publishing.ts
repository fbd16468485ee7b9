import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import type { Channel } from '../domain/update'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { unseenClaims } from './causality'
import { defineEvent } from './define'
import { channelField, idField, instant } from './fields'
import { automaticLine } from './line'

/** The line of an update that was let go; its writer is who wrote the line. */
export function publishingLine(channel: Pick<Channel, 'label'>): string {
  return t(texts.updateLines.publishing, { channel: channel.label })
}

export const updatePublishing = defineEvent('update-publishing', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    cancelUntil: instant,
    channel: channelField,
  }),
  wish: (event, { comms, concurrency }) => {
    const delivery = comms.updates.find(({ id }) => id === event.body.update)?.delivery
    if (delivery === undefined) return 'update-gone'
    if (delivery.state === 'discarded') return 'update-discarded'
    if (delivery.state === 'published') return 'update-published'
    const asked = concurrency.claims.publishing[event.body.update] ?? []
    return unseenClaims(asked, event, concurrency.seenBy).length > 0 ? 'update-on-its-way' : undefined
  },
  line: event => automaticLine(event, 'comms', () => publishingLine(event.body.channel)),
})
