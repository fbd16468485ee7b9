import * as z from 'zod/mini'
import type { CheckpointId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, instant, lineField } from './fields'
import { automaticLine } from './line'
import { dueClock } from './strategy-fields'

/**
 * [CP12] A person postponed the checkpoint with a reason; the log has the time when it continues, so that no timer is
 * needed.
 */
export const checkpointPostponed = defineEvent('checkpoint-postponed', {
  version: 1,
  body: z.object({
    checkpoint: idField<CheckpointId>(),
    /** When it was due until then. */
    was: instant,
    dueAt: instant,
    /** Its clock is paused until then; null: it was snoozed, and its clock runs. */
    pausedUntil: z.nullable(instant),
    reason: lineField,
  }),
  withoutTexts: (body, standIn) => ({ ...body, reason: standIn }),
  line: event => {
    const { dueAt, pausedUntil, reason } = event.body
    const { snoozed, paused } = texts.incidentLines
    return automaticLine(event, 'note', () =>
      pausedUntil === null
        ? t(snoozed, { time: dueClock(dueAt), reason })
        : t(paused, { time: dueClock(pausedUntil), reason }),
    )
  },
})
