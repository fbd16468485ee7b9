import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import type { Api } from '../../http/api'
import type { Delivered, SendOutcome, VerificationOutcome } from '../../outbox/types'
import { notSeen, outcomeBeforeSending, outcomeOfFault } from '../outcome'
import { parsePostmortem } from './parse'

type Publication = Extract<VendorRequest, { readonly kind: 'postmortem-publish' }>

/** The draft, which nobody sees, then its publication. Either may be repeated; only the second can be in doubt. */
export async function publishPostmortem(
  api: Api,
  page: string,
  what: Publication,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const path = postmortemPath(page, what)
  const draft = { postmortem: { body_draft: what.body } }
  const drafted = await api.ask({ method: 'PUT', path, json: draft }, parsePostmortem, signal)
  if (!drafted.ok) return outcomeBeforeSending(drafted.fault)
  const word = { postmortem: { notify_subscribers: what.notify, notify_twitter: false } }
  const reply = await api.ask({ method: 'PUT', path: `${path}/publish`, json: word }, parsePostmortem, signal)
  return reply.ok ? { outcome: 'delivered', delivered: delivered(what) } : outcomeOfFault(reply.fault)
}

export async function verifyPostmortem(
  api: Api,
  page: string,
  what: Publication,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await api.ask({ method: 'GET', path: postmortemPath(page, what) }, parsePostmortem, signal)
  if (!reply.ok) return notSeen(reply.fault)
  const { body, published_at: published } = reply.value
  return published && sameText(body ?? '', what.body)
    ? { found: 'delivered', delivered: delivered(what) }
    : { found: 'absent' }
}

/** Ends of lines and blanks around may come back otherwise than they were sent. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  return plain(one) === plain(other)
}

function delivered(what: Publication): Delivered {
  return { externalId: what.publicIncident.id, url: null }
}

function postmortemPath(page: string, { publicIncident }: Publication): string {
  return `${page}/incidents/${encodeURIComponent(publicIncident.id)}/postmortem`
}
