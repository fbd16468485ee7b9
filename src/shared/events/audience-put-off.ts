import * as z from 'zod/mini'
import { type Audience, audienceName } from '../domain/audience'
import type { EventId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { audienceField, idField, instant, lineField } from './fields'
import { automaticLine } from './line'
import { dueClock } from './strategy-fields'

/** [AU6] A person says, with a reason, that an audience hears later than it would, or nothing of this incident. */
export const audiencePutOff = defineEvent('audience-put-off', {
  version: 1,
  body: z.object({
    audience: audienceField,
    /** Null: it need not hear of this incident. */
    until: z.nullable(instant),
    reason: lineField,
    /** The one that held until then; null: none did. */
    was: z.nullable(idField<EventId>()),
  }),
  withoutTexts: (body, standIn) => ({ ...body, reason: standIn }),
  line: event => {
    const { audience, until, reason } = event.body
    const { putOff, notNeeded } = texts.audienceLines
    const said = { audience: audienceInLine(audience), reason }
    return automaticLine(event, 'comms', () =>
      until === null ? t(notNeeded, said) : t(putOff, { ...said, time: dueClock(until) }),
    )
  },
})

/** What a line calls an audience. */
export function audienceInLine(audience: Audience): string {
  const { names } = texts.audienceLines
  return audienceName(audience) ?? (audience === 'customers' ? names.customers : names.colleagues)
}
