import { utcClock } from '../lib/time'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { confirmedTimeBody, timeSourceSummary } from './time-fields'

/** A person says when it started; said again, it is corrected. */
export const startedAtConfirmed = defineEvent('started-at-confirmed', {
  version: 1,
  body: confirmedTimeBody,
  line: event => {
    const from = timeSourceSummary(event.body.source)
    const time = utcClock(event.body.at).slice(0, 5)
    return automaticLine(event, 'status', `Began at ${time} UTC${from === '' ? '' : ` (${from})`}`)
  },
})
