import * as z from 'zod/mini'
import { defineEvent } from './define'
import { idField } from './fields'

/** A person decided that a message does not belong in the timeline: in every session, and for good. */
export const proposalDismissed = defineEvent('proposal-dismissed', {
  version: 1,
  body: z.object({ proposal: idField<string>() }),
  line: () => undefined,
})
