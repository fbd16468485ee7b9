import type { FeedStatus } from '../../../shared/contract/feeds'
import type { PanelReading } from '../../../shared/contract/metrics'
import { vendorName } from '../../../shared/contract/vendors'
import type { ShownFreshness } from '../../../shared/domain/freshness'
import type { Judge } from '../../stores/judge'
import { freshnessText } from '../../ui/freshness-badge'

export interface TileSource {
  readonly freshness: ShownFreshness
  /** Name of the source if it is not the usual one: `Prometheus`; empty otherwise. */
  readonly insteadOf: string
  readonly name: string
}

/** [MT9] Source and age of a panel's values: its own age, with the health of its feed. */
export function tileSource(panel: PanelReading, feeds: readonly FeedStatus[], judge: Judge): TileSource {
  const feed = feeds.find(({ id }) => id === panel.feed)
  const health = feed ?? ({ answer: 'none-yet', lateAfter: 0, reason: '' } as const)
  const usual = feeds.find(({ what, vendor }) => what === 'panels' && vendor === 'grafana')
  return {
    freshness: judge({ ...health, trueAt: panel.trueAt }),
    name: feed === undefined ? '' : vendorName[feed.vendor],
    insteadOf: feed !== undefined && feed.vendor !== 'grafana' && usual !== undefined ? usual.name : '',
  }
}

/** True if both have the same text: an age that grew by a second usually has. */
export function readsTheSame(one: TileSource, other: TileSource): boolean {
  return (
    one.name === other.name &&
    one.insteadOf === other.insteadOf &&
    one.freshness.state === other.freshness.state &&
    one.freshness.reason === other.freshness.reason &&
    freshnessText(one.freshness) === freshnessText(other.freshness)
  )
}
