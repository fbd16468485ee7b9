import { wordedReason } from '../../../shared/contract/coded-reason'
import { partOf } from '../../../shared/contract/coded-text'
import type { VendorFault } from '../../../shared/contract/faults'
import type { FeedStatus, FeedWhat } from '../../../shared/contract/feeds'
import type { FeedHealth } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'
import type { FeedSource, Gap, Recalled } from './types'
import { lateAfter } from './waits'

/** Which feed it is, without how it fares. */
export interface FeedIdentity extends Omit<FeedStatus, keyof FeedHealth> {
  /** Span between two questions now; it changes with the pace. */
  readonly interval: () => Millis
}

export function feedId(connection: string, what: FeedWhat): string {
  return `${connection}/${what}`
}

export function feedIdentity({ connection }: FeedSource, what: FeedWhat, interval: () => Millis): FeedIdentity {
  const { id, name, vendor } = connection
  return { id: feedId(id, what), connection: id, name, vendor, what, interval }
}

type Answered = Omit<FeedHealth, 'lateAfter' | 'rate'>

interface ListedFeed {
  readonly feed: FeedIdentity
  readonly health: Answered
  readonly users: number
}

/** How each feed fares. What it showed last stays true as of `trueAt`, however the feed fares since. */
export interface FeedList {
  /** Lists a feed for as long as it has a reader; a fall-back may have several. Returns its stop. */
  add(feed: FeedIdentity): () => void
  /**
   * Both return how the feed had answered before.
   * @param gap what the answer lacks
   */
  good(id: string, trueAt: Millis, gap: Gap | undefined): FeedHealth['answer']
  bad(id: string, fault: VendorFault): FeedHealth['answer']
  list(): readonly FeedStatus[]
}

/**
 * @param rate clock milliseconds per wall-clock millisecond
 * @param recalled [KN1] how old what a feed shows before its first answer is
 */
export function feedList(rate = 1, recalled?: Recalled): FeedList {
  const feeds = new Map<string, ListedFeed>()
  return {
    add: feed => {
      changeUsers(feeds, feed, 1, recalled)
      return () => changeUsers(feeds, feed, -1)
    },
    good: (id, trueAt, gap) => answered(feeds, id, () => healthAfterAnswer(trueAt, gap)),
    bad: (id, fault) => answered(feeds, id, before => healthAfterFault(before, fault)),
    list: () =>
      [...feeds.values()].map(({ feed: { interval, ...identity }, health }) => {
        return { ...identity, ...health, lateAfter: lateAfter(interval()), ...(rate !== 1 && { rate }) }
      }),
  }
}

function changeUsers(feeds: Map<string, ListedFeed>, feed: FeedIdentity, by: number, recalled?: Recalled): void {
  const unread = { answer: 'none-yet', trueAt: null, reason: '', ...recalled?.feed(feed.id) } as const
  const known = feeds.get(feed.id) ?? { feed, health: unread, users: 0 }
  const users = known.users + by
  if (users > 0) feeds.set(feed.id, { ...known, users })
  else feeds.delete(feed.id)
}

function answered(feeds: Map<string, ListedFeed>, id: string, after: (before: Answered) => Answered) {
  const known = feeds.get(id)
  if (known === undefined) return 'none-yet'
  feeds.set(id, { ...known, health: after(known.health) })
  return known.health.answer
}

function healthAfterAnswer(trueAt: Millis, gap: Gap | undefined): Answered {
  return { answer: 'good', trueAt, ...wordedReason(gap?.reason ?? ''), ...lack(gap?.more, gap?.unread) }
}

/** [FE4] Refused is for a person to mend (a token, the drill's guard); failed mends itself or not. */
function healthAfterFault(before: Answered, fault: VendorFault): Answered {
  const refused = fault.kind === 'token-refused' || fault.kind === 'drill-guard'
  // What it showed stays, and with it whether that was all.
  const shown = { trueAt: before.trueAt, ...lack(before.more, before.unread) }
  return { answer: refused ? 'refused' : 'failed', ...wordedReason(partOf(fault)), ...shown }
}

function lack(more = false, unread = 0): Pick<FeedHealth, 'more' | 'unread'> {
  return { ...(more && { more }), ...(unread > 0 && { unread }) }
}
