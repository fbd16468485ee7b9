import { type FeedHealth, freshness, type ShownFreshness } from '../../shared/domain/freshness'
import type { NowState } from './now-store'

/** How old a feed's data is, as far as this window knows. */
export type Judge = (health: FeedHealth) => ShownFreshness

/**
 * [CW4] While the engine is unreachable no feed is called live, late or down: this window does not know what was read
 * since, nor how a vendor fares. Ages go on.
 */
export function judgeAt({ judged, away }: Pick<NowState, 'judged' | 'away'>): Judge {
  return health => {
    const known = freshness(health, judged)
    if (!away) return known
    const { inPart: _, ...unknown } = known
    return { ...unknown, state: 'not-connected' }
  }
}
