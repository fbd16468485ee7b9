import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { HttpFault } from '../../http/types'
import type { CopiesOutcome, SendOutcome, VerificationOutcome } from '../../outbox/types'
import { textMarker, withMarker } from '../marker'
import {
  copiesUnseen,
  neverSeen,
  neverTwice,
  notSeen,
  outcomeBeforeSending,
  outcomeOfFault,
  refusedHere,
} from '../outcome'
import { parseResponderRequest, parseUsers } from './acts-parse'
import type { Outgoing, PageDesk } from './desk'
import { landedOn, pagePath, readPage } from './page'

/**
 * Adds responders to a PagerDuty incident. This request has no `From`: it wants the requester's id, found by their
 * e-mail.
 */
export async function askResponders(
  desk: PageDesk,
  { item: act, what }: Outgoing<'page-add-responders'>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const requester = await findRequester(desk, signal)
  if (!requester.ok) return outcomeBeforeSending(requester.fault)
  if (requester.value === null) return refusedHere('page-unknown-sender', { email: desk.from })
  const json = {
    requester_id: requester.value,
    message: withMarker(what.message, act),
    responder_request_targets: what.users.map(({ id }) => ({
      responder_request_target: { id, type: 'user_reference' },
    })),
  }
  const path = `${pagePath(what.page.id)}/responder_requests`
  const reply = await desk.api.ask({ method: 'POST', path, json }, parseResponderRequest, signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  return { outcome: 'delivered', delivered: { externalId: what.page.id, url: null } }
}

async function findRequester({ api, from }: PageDesk, signal: AbortSignal): Promise<Reply<string | null, HttpFault>> {
  const query = [
    ['query', from],
    ['limit', '100'],
  ] as const
  const reply = await api.ask({ method: 'GET', path: '/users', query }, parseUsers, signal)
  if (!reply.ok) return reply
  const same = reply.value.users.find(user => user.email?.toLowerCase() === from.toLowerCase())
  return ok(same?.id ?? null)
}

export async function verifyResponders(
  { api }: PageDesk,
  { item: act, what }: Outgoing<'page-add-responders'>,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await readPage(api, what.page.id, signal)
  if (!reply.ok) return notSeen(reply.fault)
  const { responder_requests: requests, incidents_responders: responders } = reply.value
  if (!requests && !responders) return neverSeen(notShown)
  const asked = [...(requests ?? []), ...(responders ?? [])]
  return asked.some(({ message }) => message?.includes(textMarker(act)))
    ? { found: 'delivered', delivered: landedOn(reply.value) }
    : { found: 'absent' }
}

/** [OB21] Requests alone: of each, everybody who was asked has the message too. PagerDuty gives a request no id. */
export async function findResponderCopies(
  { api }: PageDesk,
  { item: act, what }: Outgoing<'page-add-responders'>,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  const reply = await readPage(api, what.page.id, signal)
  if (!reply.ok) return copiesUnseen(reply.fault)
  const { responder_requests: requests } = reply.value
  if (!requests) return neverTwice
  const ours = requests.filter(({ message }) => message?.includes(textMarker(act)))
  return { look: 'seen', copies: ours.map(() => landedOn(reply.value)) }
}

const notShown: VendorFault = {
  kind: 'unreadable-answer',
  ...coded('page-responders-unseen'),
}
