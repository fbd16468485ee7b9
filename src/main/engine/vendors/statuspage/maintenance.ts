import type { OutboxItemId } from '../../../../shared/domain/ids'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import type { Api } from '../../http/api'
import { allRead } from '../../http/rows'
import type { OutgoingRequest, SendOutcome, VerificationOutcome } from '../../outbox/types'
import { notSeen, outcomeOfFault } from '../outcome'
import { parseIncidents, parseLanded, statuspageMarkedItem } from './parse'
import { landedAs } from './translate'

type Maintenance = OutgoingRequest & {
  readonly what: Extract<VendorRequest, { readonly kind: 'maintenance-schedule' }>
}

/** Posts a scheduled incident, which begins and ends by itself. Its metadata has the item's id. */
export async function scheduleMaintenance(
  api: Api,
  page: string,
  act: Maintenance,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const json = { incident: scheduled(act) }
  const reply = await api.ask({ method: 'POST', path: `${page}/incidents`, json }, parseLanded, signal)
  return reply.ok ? { outcome: 'delivered', delivered: landedAs(reply.value) } : outcomeOfFault(reply.fault)
}

function scheduled({ incident, item: act, what }: Maintenance): object {
  return {
    name: what.title,
    body: what.body,
    status: 'scheduled',
    impact_override: 'maintenance',
    scheduled_for: new Date(what.from).toISOString(),
    scheduled_until: new Date(what.until).toISOString(),
    scheduled_auto_in_progress: true,
    scheduled_auto_completed: true,
    auto_transition_to_maintenance_state: true,
    auto_transition_to_operational_state: true,
    component_ids: what.components.map(({ id }) => id),
    // Always sent, all four: left out they may mean true, and every subscriber gets mail.
    deliver_notifications: what.notify,
    scheduled_remind_prior: what.notify,
    auto_transition_deliver_notifications_at_start: what.notify,
    auto_transition_deliver_notifications_at_end: what.notify,
    metadata: { quarterdeck: { incident, act } },
  }
}

/** Scheduled ones, then the newest of all: it may have begun while it was not known. */
export async function verifyMaintenance(
  api: Api,
  page: string,
  act: OutboxItemId,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const lists = [
    { path: `${page}/incidents/scheduled`, query: [['per_page', '100']] },
    { path: `${page}/incidents`, query: [['limit', '100']] },
  ] as const
  for (const list of lists) {
    const reply = await api.ask({ method: 'GET', ...list }, parseIncidents, signal)
    if (!reply.ok) return notSeen(reply.fault)
    const ours = reply.value.read.find(incident => statuspageMarkedItem(incident) === act)
    if (ours !== undefined) return { found: 'delivered', delivered: landedAs(ours) }
    // One that cannot be read may be ours.
    const whole = allRead(reply.value, 'list-incidents')
    if (!whole.ok) return notSeen(whole.fault)
  }
  return { found: 'absent' }
}
