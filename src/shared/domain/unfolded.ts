import type { Millis } from '../lib/time'
import type { EventId } from './ids'
import type { Actor } from './people'

/** Why a request had no effect: what comes before it in the log made it pointless. */
export type VoidReason =
  | 'role-gone'
  | 'holds-the-role'
  | 'taken-over'
  | 'transfer-gone'
  | 'update-gone'
  | 'update-discarded'
  | 'update-published'
  | 'request-done'
  | 'update-on-its-way'
  | 'conflict-closed'
  | 'owner-taken'
  | 'time-stated'
  | 'decision-settled'
  | 'revisit-changed'
  | 'report-changed'
  | 'figure-changed'
  | 'severity-raised'
  | 'pace-answered'

export type UnfoldedReason =
  | { readonly as: 'void'; readonly reason: VoidReason }
  /** Of a kind or version that only a newer Quarterdeck knows. */
  | { readonly as: 'newer' }
  /** It does not read as what its kind says. */
  | { readonly as: 'unparsed' }
  /** Folding it failed: an error of ours. */
  | { readonly as: 'failed' }

/** [FO5] An event that is in the log, is shown in the timeline, and is not in the head. */
export interface Unfolded {
  readonly event: EventId
  readonly kind: string
  readonly at: Millis
  readonly by: Actor
  readonly because: UnfoldedReason
}
