import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { VendorThing } from '../../../../shared/domain/vendor-request'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import type { HttpFault } from '../../http/types'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { neverSeen, notSeen, outcomeBeforeSending, outcomeOfFault } from '../outcome'
import { orThere, parseDone, parseMembers, parseUserId } from './parse'

/** Slack's largest page of members, and 10,000 of them. */
const PAGE_SIZE = '1000'
const MOST_PAGES = 10

/**
 * [WR5] Invites one person, by their id or e-mail address. Who is in the channel already is invited; `cant_invite_self` is
 * the app itself, or the person whose token it is.
 * Source of the error codes: docs.slack.dev/reference/methods/conversations.invite and users.lookupByEmail
 */
export async function invite(
  api: Api,
  channel: string,
  person: VendorThing,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const user = await userOf(api, person, signal)
  if (!user.ok) return outcomeBeforeSending(user.fault)
  const request = { method: 'POST', path: '/conversations.invite', json: { channel, users: user.value } } as const
  const parse = orThere('already_in_channel', orThere('cant_invite_self', parseDone))
  const reply = await api.ask(request, parse, signal)
  return reply.ok
    ? { outcome: 'delivered', delivered: { externalId: user.value, url: null } }
    : outcomeOfFault(reply.fault)
}

/** Searches the members of the channel for the person. */
export async function verifyInvite(
  api: Api,
  channel: string,
  person: VendorThing,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const user = await userOf(api, person, signal)
  if (!user.ok) return notSeen(user.fault)
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = [
      ['channel', channel],
      ['limit', PAGE_SIZE],
      ...(cursor === '' ? [] : [['cursor', cursor] as const]),
    ] as const
    const reply = await api.ask({ method: 'GET', path: '/conversations.members', query }, parseMembers, signal)
    if (!reply.ok) return notSeen(reply.fault)
    if (reply.value.members.includes(user.value))
      return { found: 'delivered', delivered: { externalId: user.value, url: null } }
    cursor = reply.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') return { found: 'absent' }
  }
  return neverSeen(tooMany)
}

/** An id as it is; of an e-mail address the id that Slack knows it by. */
async function userOf(api: Api, { id }: VendorThing, signal: AbortSignal): Promise<Reply<string, HttpFault>> {
  if (!id.includes('@')) return ok(id)
  const request = { method: 'GET', path: '/users.lookupByEmail', query: [['email', id]] } as const
  const reply = await api.ask(request, parseUserId, signal)
  return reply.ok ? ok(reply.value.user.id) : fail(reply.fault)
}

const tooMany: VendorFault = { kind: 'unreadable-answer', ...coded('members-too-many') }
