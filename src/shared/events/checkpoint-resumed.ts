import * as z from 'zod/mini'
import type { CheckpointId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, instant } from './fields'
import { automaticLine } from './line'
import { dueClock } from './strategy-fields'

/** [CP12] A person resumed a paused clock before its time. */
export const checkpointResumed = defineEvent('checkpoint-resumed', {
  version: 1,
  body: z.object({ checkpoint: idField<CheckpointId>(), dueAt: instant }),
  line: event =>
    automaticLine(event, 'note', () => t(texts.incidentLines.resumed, { time: dueClock(event.body.dueAt) })),
})
