import * as z from 'zod/mini'
import { toldHow } from '../domain/audience-clocks'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { audienceInLine } from './audience-put-off'
import { defineEvent } from './define'
import { audienceField, instant, lineField } from './fields'
import { automaticLine } from './line'

/** [AU7] An audience was told by a person, in no channel of ours. Its time is when they were told. */
export const audienceTold = defineEvent('audience-told', {
  version: 1,
  body: z.object({
    audience: audienceField,
    how: z.enum(toldHow),
    what: lineField,
    /** When they expect to hear again; null: nothing was promised; absent: what was promised stays. */
    promise: z.optional(z.nullable(instant)),
  }),
  withoutTexts: (body, standIn) => ({ ...body, what: standIn }),
  line: event => {
    const { audience, how, what } = event.body
    const { told, hows } = texts.audienceLines
    const said = { audience: audienceInLine(audience), how: hows[how], what }
    return automaticLine(event, 'comms', () => t(told, said))
  },
})
