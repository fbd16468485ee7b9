import { useStore } from 'zustand'
import type { FeedStatus } from '../../../shared/contract/feeds'
import { freshness } from '../../../shared/domain/freshness'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { isAlertFeed } from './alert-sources'

/**
 * [KN1] Whether what a source says of its alerts is not of now: then it is drawn in grey.
 * @param connection null: whether that is so of every source
 */
export function useOutdated(connection: ConnectionId | null): boolean {
  const { board, now } = useCockpit()
  // A cell is drawn anew when this turns, not with each second or each reading.
  const byClock = useStore(now, ({ now: at }) => isOutdated(board.getState().feeds, connection, at))
  const byFeeds = useBoard(({ feeds }) => isOutdated(feeds, connection, now.getState().now))
  return byClock && byFeeds
}

function isOutdated(feeds: readonly FeedStatus[], connection: ConnectionId | null, now: Millis): boolean {
  const sources = feeds.filter(feed => isAlertFeed(feed) && (connection === null || feed.connection === connection))
  return sources.length > 0 && sources.every(feed => freshness(feed, now).state !== 'fresh')
}
