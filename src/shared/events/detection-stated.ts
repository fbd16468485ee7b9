import * as z from 'zod/mini'
import { utcClock } from '../lib/time'
import { defineEvent } from './define'
import { detectionField } from './fact-fields'
import { automaticLine } from './line'

export const detectionStated = defineEvent('detection-stated', {
  version: 1,
  body: z.object({ detection: detectionField }),
  line: event => {
    const { how, name, at } = event.body.detection
    const when = at === null ? '' : `, at ${new Date(at).toISOString().slice(0, 10)} ${utcClock(at)} UTC`
    return automaticLine(
      event,
      'status',
      `Detected by ${how.replace('-', ' ')}${name === '' ? '' : `: ${name}`}${when}`,
    )
  },
})
