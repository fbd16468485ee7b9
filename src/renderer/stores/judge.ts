import { type FeedHealth, freshness, type ShownFreshness } from '../../shared/domain/freshness'
import type { NowState } from './now-store'

/** How old what a feed says is, as this screen knows it. */
export type Judge = (health: FeedHealth) => ShownFreshness

/**
 * [CW4] While the engine is not heard nothing is called live, late or down: whatever was read since, and how a vendor
 * fares, this screen does not know. Ages go on.
 */
export function judgeAt({ judged, away }: Pick<NowState, 'judged' | 'away'>): Judge {
  return health => {
    const known = freshness(health, judged)
    if (!away) return known
    const { inPart: _, ...unknown } = known
    return { ...unknown, state: 'not-connected' }
  }
}
