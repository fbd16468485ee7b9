import type { VendorFault } from '../../../shared/contract/faults'
import type { FeedWhat } from '../../../shared/contract/feeds'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { LiveBoard } from './board'
import { watchBudget } from './budget'
import type { Circuit } from './circuit'
import { type FeedIdentity, feedIdentity } from './feed-list'
import { type Poller, startPoller } from './poller'
import type { FeedReply, FeedSource, Gap } from './types'
import { intervalOf, type Pace } from './waits'

/** What every feed of one engine shares. */
export interface FeedContext {
  readonly board: LiveBoard
  readonly clock: Clock
  readonly random: () => number
  readonly logger: Logger
  readonly pace: () => Pace
  /** One for all feeds of a connection. */
  readonly circuit: (connection: ConnectionId) => Circuit
  /** Called when a feed that the network had failed was answered. */
  readonly networkBack: () => void
}

export interface FeedReading<T> {
  readonly ask: (signal: AbortSignal) => FeedReply<T>
  readonly good: (feed: FeedIdentity, answer: T, trueAt: Millis, gap: Gap | undefined) => void
  /** Called after the board knows of it. */
  readonly failed?: (fault: VendorFault) => void
}

/** A feed that is read until it is stopped. */
export interface FeedPoller extends Omit<Poller, 'outdated'> {
  /** Whether the network failed it when it asked last. */
  cutOff(): boolean
  /** [FE17] A request of ours was done at this connection. */
  actDone(connection: ConnectionId): void
}

/** [FE17] What a request of ours can change. The rest is measured, or comes from others. */
const actedOn: ReadonlySet<FeedWhat> = new Set(['alerts', 'annotations', 'proposals', 'components'])

/** Lists one feed on the board and reads it until it is stopped. */
export function startFeedPoller<T>(
  context: FeedContext,
  source: FeedSource,
  what: FeedWhat,
  reading: FeedReading<T>,
): FeedPoller {
  const { board, clock, random, logger, pace } = context
  const interval = () => intervalOf(what, pace(), source.connection.everySeconds, clock.rate)
  const feed = feedIdentity(source, what, interval)
  const unlist = board.addFeed(feed)
  const circuit = context.circuit(source.connection.id)
  let cutOff = false
  const poller = startPoller<T>({
    ...{ name: feed.id, ask: reading.ask, interval, clock, random, logger },
    ...{ circuit, budget: watchBudget(source.account.meter) },
    told: (reply, askedAt) => {
      const wasCutOff = cutOff
      cutOff = !reply.ok && (reply.fault.kind === 'unreachable' || reply.fault.kind === 'timed-out')
      if (reply.ok) reading.good(feed, reply.value, askedAt, reply.gap)
      else {
        board.failed(feed, reply.fault)
        reading.failed?.(reply.fault)
      }
      if (wasCutOff && reply.ok) context.networkBack()
    },
  })
  const unheard = circuit.onClosed(poller.catchUp)
  return {
    ...poller,
    cutOff: () => cutOff,
    actDone: connection => {
      if (connection === source.connection.id && actedOn.has(what)) poller.outdated()
    },
    stop: () => {
      unheard()
      poller.stop()
      unlist()
    },
  }
}
