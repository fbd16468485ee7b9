import * as z from 'zod/mini'
import { heldReasons } from '../domain/held'
import { defineEvent } from './define'

const held = z.object({
  reason: z.enum(heldReasons),
  who: z.readonly(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(10))),
  machine: z.string().check(z.maxLength(40)),
  count: z.int().check(z.gte(1)),
})

/**
 * [RK10] What was held when a handoff was written: it is not in the fold, and the document is drawn from the record alone.
 */
export const heldCounted = defineEvent('held-counted', {
  version: 1,
  body: z.object({ held: z.readonly(z.array(held).check(z.maxLength(100))) }),
  line: () => undefined,
})
