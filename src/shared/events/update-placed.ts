import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { channelField, idField } from './fields'
import { automaticLine } from './line'

/** [UP5] [UP6] It is known which public incident an update continues, or that it opens a new one (`into` is null). */
export const updatePlaced = defineEvent('update-placed', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    channel: channelField,
    into: z.nullable(z.object({ externalId: z.string(), name: z.string() })),
    /** How it was found. */
    by: z.enum(['marker', 'name', 'person']),
  }),
  line: event => {
    const { into, by, channel } = event.body
    const { opens, continues, foundBy } = texts.updateLines
    return automaticLine(event, 'comms', () =>
      into === null ? t(opens, { channel: channel.label }) : `${t(continues, { name: into.name })}${foundBy[by]}`,
    )
  },
})
