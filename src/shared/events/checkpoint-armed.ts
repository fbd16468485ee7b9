import * as z from 'zod/mini'
import type { CheckpointId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, instant } from './fields'

/** The next checkpoint and its deadline. A deadline is a timestamp in the log, so a restart or a sleep cannot move it. */
export const checkpointArmed = defineEvent('checkpoint-armed', {
  version: 1,
  body: z.object({ checkpoint: idField<CheckpointId>(), dueAt: instant }),
  line: () => undefined,
})
