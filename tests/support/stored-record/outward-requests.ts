import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { updatePublished } from '../../../src/shared/events/update-published'
import { type Desk, pagerDuty } from './desk'

const page = { id: 'P1', name: 'High error rate on payments-api' }
const onPage = { connection: pagerDuty, page }
const slack = 'sl' as ConnectionId
const inChat = { connection: slack, channel: { id: 'C7', name: 'inc-payments' } }
const onStatusPage = { connection: 'sp' as ConnectionId }
const api = { id: 'c1', name: 'API' }
const later = Date.UTC(2026, 10, 28, 22, 0, 0)

/** One of each kind that may be asked of another system, with and without what may be left out. */
export const everyRequest: readonly VendorRequest[] = [
  { kind: 'page-acknowledge', ...onPage },
  { kind: 'page-resolve', ...onPage, resolution: 'rolled back' },
  { kind: 'page-snooze', ...onPage, until: later },
  { kind: 'page-reassign', ...onPage, to: { id: 'U1', name: 'Fox Mulder', type: 'user' } },
  { kind: 'page-escalate', ...onPage, level: 2 },
  { kind: 'page-add-responders', ...onPage, users: [{ id: 'U2', name: 'Monica Reyes' }], message: 'please join' },
  { kind: 'page-note', ...onPage, text: 'pool is full' },
  { kind: 'page-status-update', ...onPage, message: 'rolling back' },
  {
    ...{ kind: 'page-create', connection: pagerDuty, service: { id: 'S1', name: 'payments-db' } },
    ...{ title: 'Pool is full', urgency: 'high', details: '', policy: { id: 'E1', name: 'Databases' } },
  },
  { kind: 'annotation', connection: 'gf' as ConnectionId, text: 'Rolled back', at: later },
  { kind: 'chat-open', connection: slack, name: 'inc-payments', private: false },
  { kind: 'chat-topic', ...inChat, topic: 'SEV-1 · investigating' },
  { kind: 'chat-post', ...inChat, text: 'Bridge is open' },
  { kind: 'chat-pin', ...inChat, message: '1790000000.000100' },
  {
    ...{ kind: 'components-set', ...onStatusPage },
    components: [{ ...api, status: 'major_outage', before: 'operational' }],
  },
  {
    ...{ kind: 'maintenance-schedule', ...onStatusPage, title: 'Pool is enlarged', body: 'Short pauses.' },
    ...{ from: later, until: later + 3_600_000, components: [api], notify: false },
  },
  {
    ...{ kind: 'maintenance-move', ...onStatusPage, maintenance: { id: 'm1', name: 'Pool is enlarged' } },
    ...{ to: 'completed', body: 'Done.', components: [], notify: true },
  },
  {
    kind: 'postmortem-publish',
    ...onStatusPage,
    publicIncident: { id: 'i1', name: 'Payments' },
    body: 'Why',
    notify: false,
  },
  {
    ...{ kind: 'update-edit', ...onStatusPage, publicIncident: { id: 'i1', name: 'Payments' } },
    ...{ update: '0192a1b2-0000-4000-a000-0000000000e1' as UpdateId, published: later - 60_000 },
    ...{
      before: 'One in four fails.',
      body: 'One in five fails.',
      displayedAt: Date.UTC(2026, 10, 1),
      why: 'a wrong figure',
    },
  },
  { kind: 'metric-point', ...onStatusPage, metric: { id: 'm2', name: 'Response time' }, at: later, value: 412.5 },
]

/** [PE1] Only what is out, and reads as the edit says, can be edited. */
export function publishedAsBefore(
  desk: Desk,
  incident: IncidentId,
  { connection, update, before, publicIncident }: Extract<VendorRequest, { readonly kind: 'update-edit' }>,
): void {
  const channel = { vendor: 'statuspage', connection, target: 'p1', label: 'Acme' } as const
  const content: UpdateContent = {
    ...{ stage: 'progress', channel, title: publicIncident.name, body: before, status: 'investigating' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
  desk.run('comms:draft', { incident, update, content })
  const out = {
    update,
    content,
    audience: 'customers',
    promise: null,
    externalId: publicIncident.id,
    url: null,
  } as const
  desk.write(incident, updatePublished.draft(out, desk.clock.now(), { kind: 'engine' }))
}
