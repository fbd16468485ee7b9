import type { OutboxItemId } from '../../../../shared/domain/ids'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import { allRead } from '../../http/rows'
import type { HttpFault } from '../../http/types'
import type { CopiesOutcome, Delivered, KnownCopy, OutgoingUpdate } from '../../outbox/types'
import { copiesSeen, copiesUnseen } from '../outcome'
import { parseIncidents, type StatuspageIncident, statuspageMarkedItem, statuspageMarkedUpdate } from './parse'
import { landedAs } from './translate'

/** [OB21] Where an item is on the page more than once, because an earlier request was performed after all. */

export async function findMaintenanceCopies(
  api: Api,
  page: string,
  act: OutboxItemId,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  const reply = await listed(api, page, 'scheduled', signal)
  if (!reply.ok) return copiesUnseen(reply.fault)
  return copiesSeen(reply.value.filter(incident => statuspageMarkedItem(incident) === act).map(landedAs))
}

/**
 * A first update that was performed twice made two public incidents; of these the one that we know has the marker of
 * the newest update by now. A later one is in its incident twice: what customers read there has no marker, so the text
 * decides.
 */
export async function findUpdateCopies(
  api: Api,
  page: string,
  update: OutgoingUpdate,
  known: KnownCopy,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  const reply = await listed(api, page, 'unresolved', signal)
  if (!reply.ok) return copiesUnseen(reply.fault)
  const isIt = (incident: StatuspageIncident) =>
    incident.id === known.externalId || statuspageMarkedUpdate(incident) === update.update
  const there = reply.value.filter(isIt)
  const incidents = copiesSeen(there.map(landedAs))
  if (incidents.look !== 'seen' || incidents.copies.length > 1) return incidents
  const inIt = there.slice(0, 1).flatMap(incident => sameWords(incident, update))
  return inIt.length - known.alike > 1 ? { look: 'seen', copies: inIt } : incidents
}

function sameWords(incident: StatuspageIncident, { content }: OutgoingUpdate): readonly Delivered[] {
  const { url } = landedAs(incident)
  return (incident.incident_updates ?? [])
    .filter(({ body, status }) => plain(body ?? '') === plain(content.body.toWellFormed()) && status === content.status)
    .map(({ id }) => ({ externalId: id ?? incident.id, url }))
}

/** Ends of lines and blanks around may come back otherwise than they were sent. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Those of one kind, then the newest of all. A copy may be among rows that cannot be read. */
async function listed(
  api: Api,
  page: string,
  kind: 'unresolved' | 'scheduled',
  signal: AbortSignal,
): Promise<Reply<readonly StatuspageIncident[], HttpFault>> {
  const found: StatuspageIncident[] = []
  const lists = [
    { path: `${page}/incidents/${kind}`, query: [['per_page', '100']] },
    { path: `${page}/incidents`, query: [['limit', '100']] },
  ] as const
  for (const list of lists) {
    const reply = await api.ask({ method: 'GET', ...list }, parseIncidents, signal)
    if (!reply.ok) return reply
    const whole = allRead(reply.value, 'list-incidents')
    if (!whole.ok) return whole
    found.push(...reply.value.read)
  }
  return ok(found)
}
