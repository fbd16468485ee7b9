import * as z from 'zod/mini'
import { defineEvent } from './define'
import { idField } from './fields'

/** Somebody decided that a message does not belong in the timeline: on every screen, and for good. */
export const proposalDismissed = defineEvent('proposal-dismissed', {
  version: 1,
  body: z.object({ proposal: idField<string>() }),
  line: () => undefined,
})
