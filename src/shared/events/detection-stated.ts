import * as z from 'zod/mini'
import type { Detection } from '../domain/incident-facts'
import { utcClock } from '../lib/time'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { detectionField } from './fact-fields'
import { automaticLine, withReason } from './line'

export const detectionStated = defineEvent('detection-stated', {
  version: 1,
  body: z.object({ detection: detectionField }),
  line: event => {
    return automaticLine(event, 'status', () => detectedText(event.body.detection))
  },
})

function detectedText({ how, name, at }: Detection): string {
  const { detected, detectedBy, detectedAt } = texts.incidentLines
  const line = withReason(t(detected, { how: detectedBy[how] }), name)
  if (at === null) return line
  return t(detectedAt, { line, day: new Date(at).toISOString().slice(0, 10), time: utcClock(at) })
}
