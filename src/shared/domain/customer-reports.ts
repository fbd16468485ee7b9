import type { Millis } from '../lib/time'
import type { EntryId, EventId, StrategyId } from './ids'
import type { Said } from './strategy'

/** [CR2] An incident has at most so many. */
export const MOST_CUSTOMER_REPORTS = 500
/** Code points of where a report came from: `support`, `social media`. */
export const LONGEST_SOURCE = 80
/** [CR2] How many customers one entry represents. */
export const MOST_CUSTOMERS = 1_000_000

/** What customers report, as a responder recorded it. */
export interface ReportWords {
  /** Who recorded it; empty: not stated. */
  readonly source: string
  /** In the words of the customers; may be empty. */
  readonly text: string
  /** How many customers, or tickets, it represents: these, not all so far. */
  readonly count: number
}

export interface CustomerReport extends ReportWords {
  readonly id: StrategyId
  /** The line of the timeline that it was typed as; null: it was not. */
  readonly entry: EntryId | null
  /** By whom it was written down, and when it came in. */
  readonly raised: Said
  /** [CR4] The event that stated it last: a correction has to name it. */
  readonly key: EventId
  /** Null: it counts. */
  readonly retracted: Said | null
}

export interface CustomerReports {
  /** In the order of the log. */
  readonly reports: readonly CustomerReport[]
}

/** [CR3] How many customers reported it, and when the last of them did; null: none did. */
export function reportsNow(reports: readonly CustomerReport[]): {
  readonly count: number
  readonly lastAt: Millis | null
} {
  const standing = reports.filter(({ retracted }) => retracted === null)
  return {
    count: standing.reduce((sum, { count }) => sum + count, 0),
    lastAt: standing.reduce<Millis | null>((last, { raised }) => Math.max(last ?? raised.at, raised.at), null),
  }
}
