import type { Millis } from '../../../shared/lib/time'
import type { RateMeter } from './types'
import { RETRY_AFTER_CEILING } from './waits'

/** Part of a vendor's allowance that reading leaves to what people do: an acknowledge must not wait for a poll. */
export const KEPT_FOR_PEOPLE = 0.1

/** How long one feed must at least wait for its vendor's allowance to last. */
export interface BudgetWatch {
  /** To be called before a question. */
  begin(): void
  /** Span to wait after the answer; 0 where the vendor says nothing. */
  wait(): Millis
}

/**
 * [FE9] Spreads what a vendor still allows over the time until it allows more: polls slow down before a 429, and a tenth
 * of the allowance is left to people. A poll costs what its own question took in requests.
 */
export function watchBudget(meter: RateMeter | undefined): BudgetWatch {
  if (meter === undefined) return { begin: () => undefined, wait: () => 0 }
  let before = meter.asked()
  return {
    begin: () => {
      before = meter.asked()
    },
    wait: () => {
      const budget = meter.budget()
      if (budget === null) return 0
      const cost = Math.max(1, meter.asked() - before)
      const left = Math.floor((budget.remaining - budget.limit * KEPT_FOR_PEOPLE) / cost)
      const span = left < 1 ? budget.resetsIn : budget.resetsIn / left
      return Math.min(span, RETRY_AFTER_CEILING)
    },
  }
}
