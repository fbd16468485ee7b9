import type { FeedStatus } from '../../../shared/contract/feeds'
import type { ShownFreshness } from '../../../shared/domain/freshness'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { Judge } from '../../stores/judge'

export interface FeedAge {
  readonly id: string
  readonly name: string
  readonly freshness: ShownFreshness
}

const gravity: readonly ShownFreshness['state'][] = ['not-connected', 'down', 'refused', 'late', 'waiting', 'fresh']

/** All feeds, the worst first; within one state, the oldest. */
export function feedsByAge(feeds: readonly FeedStatus[], judge: Judge): readonly FeedAge[] {
  const ages = feeds.map(feed => ({
    id: feed.id,
    name: t(texts.feeds.short, { feed: feed.name, reads: texts.feeds.readsShort[feed.what] }),
    freshness: judge(feed),
  }))
  return ages.sort(
    (a, b) =>
      gravity.indexOf(a.freshness.state) - gravity.indexOf(b.freshness.state) ||
      Number(b.freshness.inPart ?? false) - Number(a.freshness.inPart ?? false) ||
      (b.freshness.age ?? 0) - (a.freshness.age ?? 0),
  )
}
