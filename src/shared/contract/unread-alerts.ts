import type { FeedStatus } from './views'

/** [FR3] How many alerts are there and could not be read, as far as their sources last answered. */
export function unreadAlerts(feeds: readonly FeedStatus[]): number {
  return feeds.reduce((sum, { what, unread = 0 }) => (what === 'alerts' ? sum + unread : sum), 0)
}
