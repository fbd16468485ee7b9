import * as z from 'zod/mini'
import type { ActId, UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { channelField, idField, instant } from './fields'
import { automaticLine } from './line'

export const updatePublishing = defineEvent('update-publishing', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), act: idField<ActId>(), cancelUntil: instant, channel: channelField }),
  wish: ({ body }, { comms }) => {
    const delivery = comms.updates.find(({ id }) => id === body.update)?.delivery
    if (delivery === undefined) return 'update-gone'
    if (delivery.state === 'discarded') return 'update-discarded'
    return delivery.state === 'published' ? 'update-published' : undefined
  },
  line: event => automaticLine(event, 'comms', `Publishing to ${event.body.channel.label}`),
})
