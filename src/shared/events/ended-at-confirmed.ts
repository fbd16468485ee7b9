import { utcClock } from '../lib/time'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { confirmedTimeBody, timeSourceSummary } from './time-fields'

/** A person says when it ended; said again, it is corrected. */
export const endedAtConfirmed = defineEvent('ended-at-confirmed', {
  version: 1,
  body: confirmedTimeBody,
  line: event => {
    const from = timeSourceSummary(event.body.source)
    const time = utcClock(event.body.at).slice(0, 5)
    return automaticLine(event, 'status', `Ended at ${time} UTC${from === '' ? '' : ` (${from})`}`)
  },
})
