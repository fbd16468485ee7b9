import * as z from 'zod/mini'
import type { EventId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { audienceInLine } from './audience-put-off'
import { defineEvent } from './define'
import { audienceField, idField } from './fields'
import { automaticLine } from './line'

/** [AU6] An audience that was put off hears as usual again. */
export const audienceResumed = defineEvent('audience-resumed', {
  version: 1,
  body: z.object({
    audience: audienceField,
    /** What it ends: one that somebody wrote meanwhile stays. */
    was: idField<EventId>(),
  }),
  line: event => {
    const { audience } = event.body
    return automaticLine(event, 'comms', () => t(texts.audienceLines.resumed, { audience: audienceInLine(audience) }))
  },
})
