import type { OutgoingRequest, VerificationOutcome } from '../../src/main/engine/outbox/types'
import type { ConnectionId, IncidentId, OutboxItemId, UpdateId } from '../../src/shared/domain/ids'
import type { VendorRequest } from '../../src/shared/domain/vendor-request'

const connection = 'test' as ConnectionId
const page = { id: 'PT4KHLK', name: 'errors' }
const channel = { id: 'C0EAQDV4Z', name: 'inc' }
const ACT = '0192a1b2-0000-4000-a000-00000000cafe'
const ten = 1_785_542_400_000

/** Each kind of outward act once, in a form that the vendor's own file must allow. */
export const contractActs = {
  pagerduty: [
    { kind: 'page-acknowledge', connection, page },
    { kind: 'page-resolve', connection, page, resolution: 'Rolled back' },
    { kind: 'page-reassign', connection, page, to: { id: 'PXPGF42', name: 'E', type: 'user' } },
    { kind: 'page-reassign', connection, page, to: { id: 'PT20YPA', name: 'P', type: 'policy' } },
    { kind: 'page-escalate', connection, page, level: 2 },
    { kind: 'page-add-responders', connection, page, users: [{ id: 'PJ25ZYX', name: 'J' }], message: 'Help' },
    { kind: 'page-note', connection, page, text: 'Looking' },
    { kind: 'page-status-update', connection, page, message: 'Half way' },
    {
      ...{ kind: 'page-create', connection, service: { id: 'PWIXJZS', name: 'S' }, title: 'On fire' },
      ...{ urgency: 'high', details: 'All busy' },
    },
    {
      ...{ kind: 'page-create', connection, service: { id: 'PWIXJZS', name: 'S' }, title: 'On fire' },
      ...{ urgency: 'low', details: '', policy: { id: 'PT20YPA', name: 'P' }, priority: { id: 'P53ZZH5', name: 'P1' } },
    },
  ],
  grafana: [{ kind: 'annotation', connection, text: 'Decision: roll back', at: ten }],
  slack: [
    { kind: 'chat-open', connection, name: 'endeavor-cafe', private: true },
    { kind: 'chat-topic', connection, channel, topic: 'SEV-1' },
    { kind: 'chat-post', connection, channel, text: 'Who has it?' },
    { kind: 'chat-pin', connection, channel, message: '1508197641.000151' },
    { kind: 'chat-lines', connection, channel, lines: ['e1:1'], since: 0, skipped: 0 },
    { kind: 'chat-invite', connection, channel, person: { id: 'ann@shop.example', name: 'Ann' } },
    { kind: 'chat-archive', connection, channel },
    {
      ...{ kind: 'update-edit', connection, publicIncident: { id: '1401383885.000061', name: 'Fire' } },
      ...{ update: 'u1' as UpdateId, published: ten, before: 'It burns.', body: 'It burned.', why: 'a wrong word' },
    },
  ],
  statuspage: [
    { kind: 'components-set', connection, components: [{ id: 'c1', name: 'Checkout', status: 'partial_outage' }] },
    {
      ...{ kind: 'maintenance-schedule', connection, title: 'New pool', body: 'We replace it.', from: ten },
      ...{ until: ten + 3_600_000, components: [{ id: 'c1', name: 'Checkout' }], notify: true },
    },
    {
      ...{ kind: 'maintenance-move', connection, maintenance: { id: 'p31zjtct2jer', name: 'New pool' } },
      ...{ to: 'in_progress', body: 'It has begun.', components: [{ id: 'c1', name: 'Checkout' }], notify: false },
    },
    {
      ...{ kind: 'postmortem-publish', connection, publicIncident: { id: 'p31zjtct2jer', name: 'Fire' } },
      ...{ body: 'It burned.', notify: false },
    },
    {
      ...{ kind: 'update-edit', connection, publicIncident: { id: 'p31zjtct2jer', name: 'Fire' } },
      ...{ update: 'u1' as UpdateId, published: ten, before: 'string', body: 'It burned.', why: 'a wrong word' },
      displayedAt: ten,
    },
    { kind: 'metric-point', connection, metric: { id: 'm1', name: 'Response time' }, at: ten, value: 412.5 },
  ],
} as const satisfies Record<string, readonly VendorRequest[]>

/**
 * What looking an act up finds in the file's own examples: the page that is open and acknowledged, no mark of ours
 * anywhere, a workspace without end.
 */
export const foundThere: Readonly<Record<VendorRequest['kind'], VerificationOutcome['found']>> = {
  'page-acknowledge': 'delivered',
  'page-resolve': 'absent',
  'page-snooze': 'absent',
  'page-reassign': 'delivered',
  'page-escalate': 'absent',
  'page-add-responders': 'absent',
  'page-note': 'absent',
  'page-status-update': 'unknown',
  'page-create': 'delivered',
  annotation: 'absent',
  'chat-open': 'unknown',
  'chat-topic': 'absent',
  'chat-post': 'absent',
  'chat-pin': 'delivered',
  'chat-invite': 'delivered',
  'chat-archive': 'absent',
  'chat-lines': 'absent',
  'components-set': 'absent',
  'maintenance-schedule': 'absent',
  'maintenance-move': 'absent',
  'postmortem-publish': 'absent',
  'update-edit': 'absent',
  'metric-point': 'unknown',
}

/** What the examples have to say for the others to be found; the mark is the act's own. */
export const rewrites = [
  ['pagerduty', 'page-resolve', '"status":"acknowledged"', '"status":"resolved"'],
  ['pagerduty', 'page-note', 'Firefighters are on the scene.', 'Looking [qd:0000cafe]'],
  ['grafana', 'annotation', '"tags":[', `"tags":["quarterdeck:${ACT}",`],
  ['slack', 'chat-topic', 'For public discussion of generalities', 'SEV-1'],
] as const

export function outgoingAct(what: VendorRequest): OutgoingRequest {
  const act = ACT as OutboxItemId
  return { incident: 'inc-1' as IncidentId, item: act, what, now: 0, text: 'Fire: it burned' }
}
