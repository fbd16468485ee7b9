import type { FeedStatus, FeedWhat } from '../../../shared/contract/views'
import { type Freshness, type FreshnessState, freshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'

export interface FeedAge {
  readonly id: string
  readonly name: string
  readonly freshness: Freshness
}

const reads: Readonly<Record<FeedWhat, string>> = {
  alerts: 'alerts',
  rules: 'rules',
  panels: 'metrics',
  components: 'page',
  deploys: 'deploys',
  annotations: 'annotations',
  proposals: 'messages',
}

const gravity: readonly FreshnessState[] = ['down', 'refused', 'late', 'waiting', 'fresh']

/** All feeds, the worst first; of one state the oldest. */
export function feedsByAge(feeds: readonly FeedStatus[], now: Millis): readonly FeedAge[] {
  const ages = feeds.map(feed => ({
    id: feed.id,
    name: `${feed.name} ${reads[feed.what]}`,
    freshness: freshness(feed, now),
  }))
  return ages.sort(
    (a, b) =>
      gravity.indexOf(a.freshness.state) - gravity.indexOf(b.freshness.state) ||
      (b.freshness.age ?? 0) - (a.freshness.age ?? 0),
  )
}
