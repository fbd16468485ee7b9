import * as z from 'zod/mini'
import type { ActId, UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { channelField, idField, instant } from './fields'
import { automaticLine } from './line'

export const updatePublishing = defineEvent('update-publishing', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), act: idField<ActId>(), cancelUntil: instant, channel: channelField }),
  line: event => automaticLine(event, 'comms', `Publishing to ${event.body.channel.label}`),
})
