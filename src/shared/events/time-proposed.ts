import * as z from 'zod/mini'
import { defineEvent } from './define'
import { instant } from './fields'
import { timeSourceField, turningPointField } from './time-fields'

/** Stored when a PagerDuty incident is linked, because it may be gone when it is needed. */
export const timeProposed = defineEvent('time-proposed', {
  version: 1,
  body: z.object({ of: turningPointField, at: instant, source: timeSourceField }),
  line: () => undefined,
})
