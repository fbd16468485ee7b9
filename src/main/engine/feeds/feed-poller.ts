import type { VendorFault } from '../../../shared/contract/faults'
import type { FeedWhat } from '../../../shared/contract/views'
import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { LiveBoard } from './board'
import { type FeedIdentity, feedIdentity } from './feed-list'
import { type Poller, startPoller } from './poller'
import type { FeedReply, FeedSource } from './types'
import { intervalOf, type Pace } from './waits'

/** What every feed of one engine shares. */
export interface FeedContext {
  readonly board: LiveBoard
  readonly clock: Clock
  readonly random: () => number
  readonly logger: Logger
  readonly pace: () => Pace
}

export interface FeedReading<T> {
  readonly ask: (signal: AbortSignal) => FeedReply<T>
  readonly good: (feed: FeedIdentity, answer: T, trueAt: Millis) => void
  /** Called after the board knows of it. */
  readonly failed?: (fault: VendorFault) => void
}

/** Lists one feed on the board and reads it until it is stopped. */
export function startFeedPoller<T>(
  context: FeedContext,
  source: FeedSource,
  what: FeedWhat,
  reading: FeedReading<T>,
): Poller {
  const { board, clock, random, logger, pace } = context
  const interval = () => intervalOf(what, pace(), source.connection.everySeconds, clock.rate)
  const feed = feedIdentity(source, what, interval)
  const unlist = board.addFeed(feed)
  const poller = startPoller<T>({
    ...{ name: feed.id, ask: reading.ask, interval, clock, random, logger },
    told: (reply, askedAt) => {
      if (reply.ok) return reading.good(feed, reply.value, askedAt)
      board.failed(feed, reply.fault)
      reading.failed?.(reply.fault)
    },
  })
  return {
    ...poller,
    stop: () => {
      poller.stop()
      unlist()
    },
  }
}
