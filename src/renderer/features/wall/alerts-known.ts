import type { FeedStatus } from '../../../shared/contract/feeds'
import { unreadAlerts } from '../../../shared/contract/feeds'
import { freshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'

/** Whether the alerts that are shown are all that there are. */
export interface AlertsKnown {
  /** `nothing-connected`, `not-heard` and `none`: no source says so; `some`: not all do. */
  readonly by: 'all' | 'some' | 'none' | 'nothing-connected' | 'not-heard'
  readonly sources: number
  /** Sources that do not say so now. */
  readonly silent: number
  /** Sources that say so, and of which a part could not be read. */
  readonly inPart: number
  /** Alerts that could not be read. */
  readonly unread: number
}

/**
 * [WA1] No alert is peace only where every source of alerts says so now.
 * @param live whether the engine is heard
 */
export function alertsKnown(feeds: readonly FeedStatus[], live: boolean, now: Millis): AlertsKnown {
  const sources = feeds.filter(({ what }) => what === 'alerts')
  const silent = sources.filter(feed => freshness(feed, now).state !== 'fresh').length
  // A good answer with a reason lacks a part.
  const inPart = sources.filter(feed => freshness(feed, now).state === 'fresh' && feed.reason !== '').length
  const unread = unreadAlerts(feeds)
  const counts = { sources: sources.length, silent, inPart, unread }
  if (!live) return { by: 'not-heard', ...counts }
  if (sources.length === 0) return { by: 'nothing-connected', ...counts }
  return { by: silent + inPart === 0 ? 'all' : silent < sources.length ? 'some' : 'none', ...counts }
}
