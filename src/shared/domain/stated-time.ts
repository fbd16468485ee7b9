import type { Millis } from '../lib/time'
import type { Actor } from './people'

/**
 * Where a time comes from: a PagerDuty incident, an alert, a chart that bent, a request of ours, or a person's
 * knowledge.
 */
export const timeSourceKinds = ['page', 'alert', 'chart', 'declared', 'resolved', 'person'] as const

export interface TimeSource {
  readonly kind: (typeof timeSourceKinds)[number]
  /** Title of the page, alert or chart; empty for the others. */
  readonly name: string
}

export const turningPoints = ['started', 'ended'] as const
/** When customers began to feel it, and when they no longer did. */
export type TurningPoint = (typeof turningPoints)[number]

/** A time that something suggests and nobody has confirmed. */
export interface ProposedTime {
  readonly of: TurningPoint
  readonly at: Millis
  readonly source: TimeSource
}

/** [BE1] A time that a person confirmed. */
export interface ConfirmedTime {
  readonly at: Millis
  readonly source: TimeSource
  readonly by: Actor
  readonly confirmedAt: Millis
}
