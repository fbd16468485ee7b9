import * as z from 'zod/mini'
import { defineEvent } from './define'

/**
 * How many messages waited for the scribe when a handoff was written: the rooms are not in the record, and the document
 * is drawn from the record alone.
 */
export const messagesCounted = defineEvent('messages-counted', {
  version: 1,
  body: z.object({ waiting: z.union([z.int().check(z.nonnegative()), z.enum(['unread', 'no-room'])]) }),
  line: () => undefined,
})
