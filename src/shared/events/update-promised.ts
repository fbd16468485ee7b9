import * as z from 'zod/mini'
import { defineEvent } from './define'
import { instant } from './fields'

/** When customers expect to hear next; null: the promise is over. */
export const updatePromised = defineEvent('update-promised', {
  version: 1,
  body: z.object({ dueAt: z.nullable(instant) }),
  line: () => undefined,
})
