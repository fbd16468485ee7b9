import { joinedReasons } from '../../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import { ok } from '../../../../shared/lib/reply'
import type { FeedReply } from '../../feeds/types'
import type { Api } from '../../http/api'
import { type OddRow, unreadRows } from '../../http/rows'
import { parseSaid, type SaidMessage } from './parse'

const PAGE_SIZE = 200
/** 1,000 messages in one round. A room that has more is continued in the next. */
const MOST_PAGES = 5

interface Listing {
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
}

/** Reads a list of messages page by page; rows that say nothing we know, and pages that were left, are its problem. */
export async function readMessages(
  api: Api,
  { path, query: asked }: Listing,
  signal: AbortSignal,
): FeedReply<{ readonly messages: readonly SaidMessage[]; readonly problem: FaultValue }> {
  const messages: SaidMessage[] = []
  const odd: OddRow[] = []
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = [
      ...asked,
      ['limit', String(PAGE_SIZE)] as const,
      ['include_all_metadata', 'true'] as const,
      ...(cursor === '' ? [] : [['cursor', cursor] as const]),
    ]
    const reply = await api.ask({ method: 'GET', path, query }, parseSaid, signal)
    if (!reply.ok) return reply
    messages.push(...reply.value.messages.read)
    odd.push(...reply.value.messages.odd)
    // A short page is not the last one: only an empty cursor is.
    cursor = reply.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') break
  }
  const cut: FaultValue = cursor === '' ? '' : { code: 'messages-cut', values: { most: PAGE_SIZE * MOST_PAGES } }
  const problem = joinedReasons([unreadRows({ read: messages, odd }, 'list-messages'), cut])
  return ok({ messages, problem })
}
