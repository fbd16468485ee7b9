import { joinedReasons } from '../../../../shared/contract/coded-reason'
import { partOf } from '../../../../shared/contract/coded-text'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { Api } from '../../http/api'
import { readMessages } from './messages'
import type { SaidMessage } from './parse'

/** Threads asked for in one round. Slack allows conversations.replies 50 times a minute, for all rooms together. */
const MOST_CHANGED = 4

export interface ThreadReading {
  readonly replies: readonly SaidMessage[]
  readonly problem: FaultValue
}

interface KnownThread {
  readonly latest: string
  readonly replies: readonly SaidMessage[]
}

/**
 * [SR9] The replies in the threads of one channel, which the channel's own history leaves out. A thread is asked for when
 * its first message says that it has a newer reply, and one of the others each round, by turns: the first message of an
 * old one is not read again.
 */
export function openThreads(
  api: Api,
  channel: string,
): (messages: readonly SaidMessage[], signal: AbortSignal) => Promise<ThreadReading> {
  const known = new Map<string, KnownThread>()

  async function read(parent: SaidMessage, signal: AbortSignal): Promise<FaultValue> {
    const of = { path: '/conversations.replies', query: [['channel', channel] as const, ['ts', parent.ts] as const] }
    const reply = await readMessages(api, of, signal)
    if (!reply.ok) return { code: 'replies-unread', values: { reason: partOf(reply.fault) } }
    const replies = reply.value.messages.filter(({ ts }) => ts !== parent.ts)
    // Asked for last, so that the others have their turn before it.
    known.delete(parent.ts)
    known.set(parent.ts, { latest: parent.latest_reply ?? '', replies })
    return reply.value.problem
  }

  return async (messages, signal) => {
    const parents = messages.filter(({ reply_count: count }) => (count ?? 0) > 0)
    const changed = parents.filter(({ ts, latest_reply: latest }) => known.get(ts)?.latest !== (latest ?? ''))
    const byTurns = parents.filter(one => !changed.includes(one)).toSorted((a, b) => turnOf(a) - turnOf(b))
    const problems: FaultValue[] = []
    for (const parent of [...changed.slice(0, MOST_CHANGED), ...byTurns.slice(0, 1)]) {
      const problem = await read(parent, signal)
      if (problem !== '') problems.push(problem)
    }
    const left = changed.length - MOST_CHANGED
    if (left > 0) problems.push({ code: 'threads-left', values: { count: left } })
    const alive = new Set(parents.map(({ ts }) => ts))
    for (const ts of known.keys()) if (!alive.has(ts)) known.delete(ts)
    return { replies: [...known.values()].flatMap(({ replies }) => replies), problem: joinedReasons(problems) }
  }

  function turnOf({ ts }: SaidMessage): number {
    return [...known.keys()].indexOf(ts)
  }
}
