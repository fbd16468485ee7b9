import * as z from 'zod/mini'
import { mirrorModes } from '../domain/mirror'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'

/** A person chose what this incident's room repeats [RM1], or said that it needs no room [WR4]. */
export const roomSet = defineEvent('room-set', {
  version: 1,
  body: z.object({
    /** null: as the team's setting says; absent: unchanged. */
    mirror: z.optional(z.nullable(z.enum(mirrorModes))),
    declined: z.optional(z.boolean()),
  }),
  line: event => {
    const { mirror, declined } = event.body
    const text = texts.roomLines
    if (declined === true) return automaticLine(event, 'status', () => text.declined)
    if (mirror === undefined) return undefined
    return automaticLine(event, 'status', () => t(text.mirror, { what: text.mirrors[mirror ?? 'team'] }))
  },
})
