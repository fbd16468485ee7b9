import type { OutboxItemId } from '../../../../shared/domain/ids'
import type { CopiesOutcome, SendOutcome, VerificationOutcome } from '../../outbox/types'
import { copiesSeen, copiesUnseen, notSeen, outcomeOfFault } from '../outcome'
import { parsePagerDutyIncident, parsePages } from './acts-parse'
import type { Outgoing, PageDesk } from './desk'
import { landedOn } from './page'

/**
 * Opens an incident at PagerDuty. Our item's id is its `incident_key`, which one open incident of a service may have.
 */
export async function createPage(
  desk: PageDesk,
  act: Outgoing<'page-create'>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const json = { incident: newPage(act) }
  const reply = await desk.api.ask({ method: 'POST', path: '/incidents', json }, parsePagerDutyIncident, signal)
  if (reply.ok) return { outcome: 'delivered', delivered: landedOn(reply.value.incident) }
  const outcome = outcomeOfFault(reply.fault)
  if (reply.fault.kind !== 'vendor-error' || reply.fault.status !== 400) return outcome
  // A second request with the key of an open incident gets a 400: then the first one was done.
  const found = await verifyCreated(desk, act.item, signal)
  if (found.found === 'delivered') return { outcome: 'delivered', delivered: found.delivered }
  return found.found === 'absent' ? outcome : { outcome: 'unknown', fault: reply.fault }
}

function newPage({ item: act, what }: Outgoing<'page-create'>): object {
  return {
    type: 'incident',
    title: what.title,
    service: { id: what.service.id, type: 'service_reference' },
    urgency: what.urgency,
    incident_key: act,
    ...(what.policy && { escalation_policy: { id: what.policy.id, type: 'escalation_policy_reference' } }),
    ...(what.priority && { priority: { id: what.priority.id, type: 'priority_reference' } }),
    ...(what.details !== '' && { body: { type: 'incident_body', details: what.details } }),
  }
}

export async function verifyCreated(
  { api }: PageDesk,
  act: OutboxItemId,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await fetchCreated(api, act, '1', signal)
  if (!reply.ok) return notSeen(reply.fault)
  const [page] = reply.value.incidents
  return page === undefined ? { found: 'absent' } : { found: 'delivered', delivered: landedOn(page) }
}

/** [OB21] The key is free again once the incident that has it is resolved. */
export async function findCreatedCopies(
  { api }: PageDesk,
  act: OutboxItemId,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  const reply = await fetchCreated(api, act, '100', signal)
  return reply.ok ? copiesSeen(reply.value.incidents.map(landedOn)) : copiesUnseen(reply.fault)
}

function fetchCreated(api: PageDesk['api'], act: OutboxItemId, limit: string, signal: AbortSignal) {
  const query = [
    ['incident_key', act],
    ['date_range', 'all'],
    ['limit', limit],
  ] as const
  return api.ask({ method: 'GET', path: '/incidents', query }, parsePages, signal)
}
