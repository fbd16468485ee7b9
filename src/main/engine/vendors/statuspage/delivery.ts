import type { Api } from '../../http/api'
import { allRead } from '../../http/rows'
import type { HttpFault } from '../../http/types'
import type { OutgoingUpdate, SendOutcome, UpdateDelivery, VerificationOutcome } from '../../outbox/types'
import { notSeen, outcomeOfFault } from '../outcome'
import { findUpdateCopies } from './copies'
import { parseIncident, parseIncidents, parseLanded, type StatuspageIncident, statuspageMarkedUpdate } from './parse'
import { findPlace } from './place'
import { firstPost, landedUpdate, laterPatch } from './translate'

/**
 * Publishing to one page. Statuspage knows no idempotency key, so each update leaves its id in the incident's metadata,
 * and `verify` finds it there.
 */
export function statuspageDelivery(api: Api, page: string): UpdateDelivery {
  return {
    send: (update, signal) => send(api, page, update, signal),
    verify: (update, signal) =>
      update.externalId === null
        ? verifyFirst(api, page, update, signal)
        : verifyLaterUpdate(api, incidentPath(page, update.externalId), update, signal),
    findCopies: (update, known, signal) => findUpdateCopies(api, page, update, known, signal),
    findPlace: (update, clues, signal) => findPlace(api, page, { incident: update.incident, clues }, signal),
  }
}

async function send(api: Api, page: string, update: OutgoingUpdate, signal: AbortSignal): Promise<SendOutcome> {
  const request =
    update.externalId === null
      ? ({ method: 'POST', path: `${page}/incidents`, json: firstPost(update) } as const)
      : ({ method: 'PATCH', path: incidentPath(page, update.externalId), json: laterPatch(update) } as const)
  const reply = await api.ask(request, parseLanded, signal)
  return reply.ok ? { outcome: 'delivered', delivered: landedUpdate(reply.value, update) } : outcomeOfFault(reply.fault)
}

/** Open incidents, then the newest of all: a first update may have been posted as resolved. */
async function verifyFirst(
  api: Api,
  page: string,
  update: OutgoingUpdate,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const lists = [
    { path: `${page}/incidents/unresolved`, query: [['per_page', '100']] },
    { path: `${page}/incidents`, query: [['limit', '100']] },
  ] as const
  for (const list of lists) {
    const reply = await api.ask({ method: 'GET', ...list }, parseIncidents, signal)
    if (!reply.ok) return notSeen(reply.fault)
    const ours = reply.value.read.find(incident => isMarked(incident, update))
    if (ours !== undefined) return { found: 'delivered', delivered: landedUpdate(ours, update) }
    // One that cannot be read may be ours.
    const whole = allRead(reply.value, 'list-incidents')
    if (!whole.ok) return notSeen(whole.fault)
  }
  return { found: 'absent' }
}

async function verifyLaterUpdate(
  api: Api,
  path: string,
  update: OutgoingUpdate,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await api.ask({ method: 'GET', path }, parseIncident, signal)
  if (!reply.ok) return isGone(reply.fault) ? { found: 'absent' } : notSeen(reply.fault)
  if (!isMarked(reply.value, update)) return { found: 'absent' }
  return { found: 'delivered', delivered: landedUpdate(reply.value, update) }
}

/** The incident was deleted: it can no longer have an update. */
function isGone(fault: HttpFault): boolean {
  return fault.kind === 'vendor-error' && fault.status === 404
}

function isMarked(incident: StatuspageIncident, update: OutgoingUpdate): boolean {
  return statuspageMarkedUpdate(incident) === update.update
}

function incidentPath(page: string, incident: string): string {
  return `${page}/incidents/${encodeURIComponent(incident)}`
}
