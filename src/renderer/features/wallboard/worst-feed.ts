import type { FeedStatus } from '../../../shared/contract/feeds'
import { type Freshness, type FreshnessState, freshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

export interface FeedAge {
  readonly id: string
  readonly name: string
  readonly freshness: Freshness
}

const gravity: readonly FreshnessState[] = ['down', 'refused', 'late', 'waiting', 'fresh']

/** All feeds, the worst first; of one state the oldest. */
export function feedsByAge(feeds: readonly FeedStatus[], now: Millis): readonly FeedAge[] {
  const ages = feeds.map(feed => ({
    id: feed.id,
    name: t(texts.feeds.short, { feed: feed.name, reads: texts.feeds.readsShort[feed.what] }),
    freshness: freshness(feed, now),
  }))
  return ages.sort(
    (a, b) =>
      gravity.indexOf(a.freshness.state) - gravity.indexOf(b.freshness.state) ||
      Number(b.freshness.inPart ?? false) - Number(a.freshness.inPart ?? false) ||
      (b.freshness.age ?? 0) - (a.freshness.age ?? 0),
  )
}
