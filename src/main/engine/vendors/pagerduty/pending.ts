import * as z from 'zod/mini'
import type { Millis } from '../../../../shared/lib/time'
import { readableOf } from '../../http/rows'
import { knownInstant, looseText, maybeTime } from '../fields'

/** What PagerDuty will do with an incident by itself, and when. */
export const pendingActions = z.optional(readableOf(z.object({ type: looseText, at: maybeTime })))

interface Pending {
  readonly pending_actions?: z.output<typeof pendingActions>
}

/** When it is triggered again by itself: its snooze ends, or the time for which it was acknowledged. Null: not so. */
export function returnsAt({ pending_actions: pending = [] }: Pending): Millis | null {
  return knownInstant(pending.find(({ type }) => type === 'unacknowledge')?.at)
}
