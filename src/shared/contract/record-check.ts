import type { Millis } from '../lib/time'
import type { RecordProblem } from './record-problems'

/** Why some logs could not be checked: their thread threw, needed too much memory, or died. */
export type NotCheckedReason = 'failed' | 'out-of-memory' | 'crashed'

/** What the last check of the whole record found. */
export interface RecordCheckResult {
  /** When it ended, by the engine's clock. */
  readonly at: Millis
  readonly events: number
  /** Logs of which nothing is known; null: none. */
  readonly unchecked: { readonly count: number; readonly reason: NotCheckedReason } | null
  /** What is broken, and where. Empty: all that was checked is as it was written. */
  readonly broken: readonly RecordProblem[]
}

/** How far a check of the whole record is, and what the last one found. Each start begins with one. */
export interface RecordCheck {
  /** Events; null: none is running. */
  readonly running: { readonly done: number; readonly all: number } | null
  /** Null: none has ended since the start. */
  readonly last: RecordCheckResult | null
}
