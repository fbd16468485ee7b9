import { freshness } from '../domain/freshness'
import type { WaitingMessages } from '../domain/incident'
import type { Millis } from '../lib/time'
import type { FeedStatus } from './feeds'

/** [GC2] None open means nothing while a feed of rooms is late or down: more may be there. */
export function waitingMessages(open: number, feeds: readonly FeedStatus[], now: Millis): WaitingMessages {
  const rooms = feeds.filter(({ what }) => what === 'proposals')
  if (open > 0) return open
  if (rooms.length === 0) return 'no-room'
  return rooms.every(feed => freshness(feed, now).state === 'fresh') ? 0 : 'unread'
}
