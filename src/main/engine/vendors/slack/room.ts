import { joinedReasons } from '../../../../shared/contract/coded-reason'
import { partOf } from '../../../../shared/contract/coded-text'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import { ok } from '../../../../shared/lib/reply'
import { MINUTE, type Millis } from '../../../../shared/lib/time'
import type { FeedReply } from '../../feeds/types'
import type { Api } from '../../http/api'
import { endsTheRound } from '../parts'
import { readMessages } from './messages'
import { parsePinned, type SaidMessage } from './parse'
import { openThreads } from './threads'

const MOST_KEPT = 1_000
/** How long after a message was posted its edits and reactions are seen; pins are seen for ever. */
const LOOKED_AT_AGAIN: Millis = 30 * MINUTE

/** The messages of one channel, and which of them are pinned. */
export interface ChannelReading {
  readonly messages: readonly SaidMessage[]
  readonly pinned: ReadonlySet<string>
  /** What could not be read, and why; empty where all was. */
  readonly problem: FaultValue
}

/** Reads one channel again and again: all of it once, and then what is new, with the replies in its threads. */
export function openRoom(api: Api, channel: string): (since: Millis, signal: AbortSignal) => FeedReply<ChannelReading> {
  let known: readonly SaidMessage[] = []
  const readThreads = openThreads(api, channel)
  return async (since, signal) => {
    const newest = Math.max(0, ...known.map(({ ts }) => instantOfTs(ts)))
    const oldest = Math.max(since, newest - LOOKED_AT_AGAIN)
    const query = [
      ['channel', channel],
      ['oldest', (oldest / 1_000).toFixed(6)],
      ['inclusive', 'true'],
    ] as const
    const read = await readMessages(api, { path: '/conversations.history', query }, signal)
    if (!read.ok) return read
    const pins = await api.ask(
      { method: 'GET', path: '/pins.list', query: [['channel', channel]] },
      parsePinned,
      signal,
    )
    if (!pins.ok && endsTheRound(pins.fault, true)) return pins
    // What was deleted or edited since is missing in the answer, or is in it again.
    const before = known.filter(({ ts }) => instantOfTs(ts) < oldest)
    known = newestFirst([...read.value.messages, ...before]).slice(0, MOST_KEPT)
    const pinned = pins.ok ? pins.value.items.flatMap(({ message }) => message ?? []) : []
    const threads = await readThreads(known, signal)
    const messages = newestFirst([...known, ...threads.replies, ...pinned])
    const noPins: FaultValue = pins.ok ? '' : { code: 'pins-unread', values: { reason: partOf(pins.fault) } }
    const problem = joinedReasons([read.value.problem, threads.problem, noPins])
    return ok({ messages, pinned: new Set(pinned.map(({ ts }) => ts)), problem })
  }
}

/** Epoch milliseconds of a message's id. */
export function instantOfTs(ts: string): Millis {
  return Math.floor(Number(ts) * 1_000)
}

/** Each message once; ids of one channel are texts of one length, but a vendor may send others. */
function newestFirst(messages: readonly SaidMessage[]): readonly SaidMessage[] {
  const once = new Map(messages.toReversed().map(message => [message.ts, message]))
  return [...once.values()].sort((a, b) => Number(b.ts) - Number(a.ts))
}
