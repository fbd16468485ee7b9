import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import { unreachable } from '../lib/unreachable'
import { defineEvent } from './define'
import { channelField, idField } from './fields'
import { automaticLine } from './line'

/** [UP5] [UP6] It is known which public incident an update goes on with, or that it opens a new one (`into` is null). */
export const updatePlaced = defineEvent('update-placed', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    channel: channelField,
    into: z.nullable(z.object({ externalId: z.string(), name: z.string() })),
    /** What told so. */
    by: z.enum(['marker', 'name', 'person']),
  }),
  line: event => {
    const { into, by, channel } = event.body
    if (into === null)
      return automaticLine(event, 'comms', `The update opens a new public incident on ${channel.label}`)
    return automaticLine(event, 'comms', `The update goes on with the public incident “${into.name}”${found(by)}`)
  },
})

function found(by: 'marker' | 'name' | 'person'): string {
  switch (by) {
    case 'marker':
      return ', which bears our mark'
    case 'name':
      return ', found by its name and time'
    case 'person':
      return ''
    default:
      return unreachable(by)
  }
}
