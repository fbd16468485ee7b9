import type { OutboxItemId } from '../../../../shared/domain/ids'
import { withoutImages } from '../../../../shared/lib/without-images'
import type { Api } from '../../http/api'
import type {
  CopiesOutcome,
  OutgoingRequest,
  RequestDelivery,
  SendOutcome,
  VerificationOutcome,
} from '../../outbox/types'
import { copiesSeen, copiesUnseen, notOurs, notSeen, outcomeOfFault } from '../outcome'
import { parseAnnotations, parseMarked } from './parse'

/**
 * Annotations on Grafana's charts. Grafana would accept the same one twice, so each has its item's id among its tags.
 */
export function grafanaRequests(api: Api): RequestDelivery {
  return {
    send: (request, signal) => send(api, request, signal),
    verify: (request, signal) => verifyRequest(api, request, signal),
    findCopies: (request, signal) => findCopies(api, request, signal),
  }
}

async function send(api: Api, { item: request, what }: OutgoingRequest, signal: AbortSignal): Promise<SendOutcome> {
  if (what.kind !== 'annotation') return notOurs
  const json = { time: what.at, tags: ['quarterdeck', tagOf(request)], text: withoutImages(what.text) }
  const reply = await api.ask({ method: 'POST', path: '/annotations', json }, parseMarked, signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  return { outcome: 'delivered', delivered: { externalId: String(reply.value.id), url: null } }
}

/** Without a window: the clocks of two machines need not agree on when it was. */
async function verifyRequest(
  api: Api,
  { item: request }: OutgoingRequest,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await fetchMarked(api, request, '1', signal)
  if (!reply.ok) return notSeen(reply.fault)
  const ours = reply.value.find(annotation => annotation.tags?.includes(tagOf(request)))
  return ours === undefined
    ? { found: 'absent' }
    : { found: 'delivered', delivered: { externalId: String(ours.id), url: null } }
}

async function findCopies(api: Api, { item: request }: OutgoingRequest, signal: AbortSignal): Promise<CopiesOutcome> {
  const reply = await fetchMarked(api, request, '100', signal)
  if (!reply.ok) return copiesUnseen(reply.fault)
  const ours = reply.value.filter(annotation => annotation.tags?.includes(tagOf(request)))
  return copiesSeen(ours.map(({ id }) => ({ externalId: String(id), url: null })))
}

function fetchMarked(api: Api, request: OutboxItemId, limit: string, signal: AbortSignal) {
  const query = [
    ['tags', tagOf(request)],
    ['limit', limit],
  ] as const
  return api.ask({ method: 'GET', path: '/annotations', query }, parseAnnotations, signal)
}

const OURS = 'quarterdeck:'

function tagOf(request: OutboxItemId): string {
  return `${OURS}${request}`
}

/** Whether a tag is one that we put on a mark, on this machine or on another. */
export function isOurTag(tag: string): boolean {
  return tag.startsWith(OURS)
}
