import { coded } from '../../../../shared/contract/coded-text'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import type { HttpFault } from '../../http/types'
import { parseOnCalls } from './acts-parse'
import { readList } from './paging'

const MOST = 1_000

/** Ids of the users who are on call for one level of an escalation policy: who has a page that was escalated to it. */
export async function levelHolders(
  api: Api,
  policy: string,
  level: number,
  signal: AbortSignal,
): Promise<Reply<readonly string[], HttpFault>> {
  const query = [['escalation_policy_ids[]', policy]] as const
  const reply = await readList(api, { path: '/oncalls', query, most: MOST }, parseOnCalls, signal)
  if (!reply.ok) return reply
  // A part of a level reads as if the page were with others, and it would be sent there again.
  if (reply.value.lacks !== '')
    return fail({ kind: 'unreadable-answer', ...coded('answer-lacks', { lacks: reply.value.lacks }) })
  const there = reply.value.items.filter(onCall => onCall.escalation_level === level)
  const users = there.flatMap(({ user }) => (user ? [user.id] : []))
  return users.length > 0 ? ok(users) : fail(nobody(level))
}

function nobody(level: number): HttpFault {
  return { kind: 'unreadable-answer', ...coded('page-level-empty', { level }) }
}
