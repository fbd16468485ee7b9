import type { BackupState } from '../../src/shared/contract/backups'
import type { Answer, CallName, CommandName, Input } from '../../src/shared/contract/calls'
import type { FilledTemplate } from '../../src/shared/contract/comms'
import type { ConnectionView } from '../../src/shared/contract/connections'
import type { DashboardView } from '../../src/shared/contract/dashboards'
import type { NoiseRule } from '../../src/shared/domain/alerts/noise'
import { defaultCadence, withOverrides } from '../../src/shared/domain/cadence'
import { type ConnectionId, type FileId, type IncidentId, newId } from '../../src/shared/domain/ids'
import type { LintReport } from '../../src/shared/domain/lint/lint'
import { type Channel, stages } from '../../src/shared/domain/update'
import { shippedPlaybooks, shippedView } from './shipped-method'

type ReadName = Exclude<
  CallName,
  | CommandName
  | 'session:hello'
  | 'log:follow'
  | 'log:unfollow'
  | 'alerts:rows'
  | 'alerts:first'
  | 'alerts:names'
  | 'alerts:read'
  | 'handoff:sources'
  | 'comms:check'
>

export const cannedChannels: readonly Channel[] = [
  { vendor: 'statuspage', connection: 'status' as ConnectionId, target: 'page1', label: 'status.example.com' },
  { vendor: 'slack', connection: 'slack' as ConnectionId, target: 'C1', label: '#incidents' },
]

const cannedBackups: BackupState = {
  folder: '/home/dana/.quarterdeck/backups',
  newest: { name: 'quarterdeck-2026-11-28T09-00-00Z.sqlite', at: Date.UTC(2026, 10, 28, 9), bytes: 4_200_000 },
  count: 5,
  trouble: null,
}

const connections: readonly ConnectionView[] = [
  {
    connection: {
      id: 'pd' as ConnectionId,
      vendor: 'pagerduty',
      name: 'PagerDuty',
      baseUrl: 'https://api.pagerduty.com',
    },
    hasToken: true,
    tokenNote: "in this computer's keychain",
  },
  {
    connection: {
      id: 'grafana' as ConnectionId,
      vendor: 'grafana',
      name: 'Grafana',
      baseUrl: 'https://grafana.example.com',
    },
    hasToken: false,
    tokenNote: '',
  },
]

const stageOf = (template: string) =>
  template === 'nothing-new' ? 'progress' : (stages.find(one => one === template) ?? 'initial')

function filled(input: Input<'comms:fill'>): FilledTemplate {
  const impact = input.fields.impact ?? ''
  return {
    template: input.template,
    version: 'v1',
    stage: stageOf(input.template),
    title: 'Card payments are failing',
    body: `We are investigating failed card payments. ${impact === '' ? '⟦What customers see⟧' : impact} Next update within the hour.`,
    status: 'investigating',
    fields: [
      { name: 'service', label: 'Service', value: 'Card payments', source: 'page of the incident', missing: false },
      { name: 'impact', label: 'What customers see', value: impact, source: '', missing: impact === '' },
    ],
    nextUpdateAt: input.nextUpdateAt,
  }
}

/** One finding where the text has the word for it. */
function linted(body: string): LintReport {
  const from = body.indexOf('failover')
  const finding = {
    rule: 'jargon',
    level: 'asks',
    field: 'body',
    from,
    to: from + 8,
    values: { words: 'failover' },
  } as const
  return { language: 'en', findings: from < 0 ? [] : [finding], grade: 8 }
}

function cannedRule({ rule: id, match, reason, until }: Input<'alerts:hide'>): NoiseRule {
  return { id, match, reason, until, setBy: 'Ada Park', setAt: 0, endedAt: null, endedBy: null }
}

const shopDashboard: DashboardView = {
  title: 'Shop',
  variables: [
    {
      name: 'host',
      label: 'Host',
      kind: 'choice',
      multi: false,
      options: [
        { text: 'a', value: 'a' },
        { text: 'b', value: 'b' },
      ],
      chosen: ['a'],
      problem: '',
    },
  ],
  rows: [
    {
      title: 'Web',
      panels: [
        { key: '0.0', title: 'Requests', type: 'timeseries', reason: '', notes: [] },
        { key: '0.1', title: 'Errors', type: 'stat', reason: '', notes: ['Its words for single values are not shown'] },
        { key: '0.2', title: 'Heat', type: 'canvas', reason: 'Panels of type “canvas” are not supported', notes: [] },
      ],
    },
  ],
}

/** Answers to what only reads or sets; nothing is kept. */
export const answers: { readonly [Name in ReadName]: (input: Input<Name>) => Answer<Name> } = {
  'comms:templates': () => [
    { name: 'initial', title: 'First word', stage: 'initial', audience: 'customers', version: 'v1' },
    { name: 'progress', title: 'Progress', stage: 'progress', audience: 'customers', version: 'v1' },
    { name: 'resolution', title: 'Resolved', stage: 'resolution', audience: 'customers', version: 'v1' },
  ],
  'comms:fill': filled,
  'comms:lint': ({ body }) => linted(body),
  'handoff:save': ({ format }) => ({
    fileName: `handoff.${format === 'html' ? 'html' : 'md'}`,
    path: `/data/handoffs/handoff.${format === 'html' ? 'html' : 'md'}`,
  }),
  'transfer:sections': () => ({ drawnAt: 0, sections: [], changed: [] }),
  'handoff:read': ({ format }) => ({
    fileName: `handoff.${format === 'html' ? 'html' : 'md'}`,
    text: format === 'json' ? '{"blocks":[]}' : '# Handoff\n',
  }),
  'attachments:keep': ({ hash, size }) => ({ have: size, attachment: { hash, type: 'image/png', size } }),
  'attachments:read': () => ({ type: 'image/png', size: 3, data: 'AAAA' }),
  'typed-text:write': () => null,
  'typed-text:read': () => ({ text: '', at: 0 }),
  'session:visible': () => null,
  'session:editing': () => null,
  'pages:details': () => ({ notes: [], steps: [], alerts: [], problem: '' }),
  'panels:baseline': () => [],
  'pages:metrics': () => ({
    value: [{ id: 'mtrc00000001', name: 'Checkout response time', unit: 'ms' }],
    ...{ readAt: 0, stale: '' },
  }),
  'pages:templates': () => ({
    value: [{ id: 't1', name: 'Works again', title: '', body: 'Payments work again in the [EU].', status: 'resolved' }],
    ...{ readAt: 0, stale: '' },
  }),
  'method:read': () => shippedView,
  'playbooks:read': () => ({
    playbooks: shippedPlaybooks,
    folder: '/home/dana/quarterdeck/method/playbooks',
    problems: [],
  }),
  'services:names': () => ({ services: [], catalogue: [], path: '/data/services.yaml', problem: '' }),
  'services:pagerduty': () => [],
  'people:on-call': () => ({
    people: [
      {
        ...{ connection: 'pd' as ConnectionId, externalId: 'U1', name: 'Jonas Lind' },
        policy: 'Payments',
        level: 1,
        until: null,
      },
      {
        ...{ connection: 'pd' as ConnectionId, externalId: 'U2', name: 'Mei Tanaka' },
        policy: 'Payments',
        level: 2,
        until: null,
      },
    ],
    policies: [{ connection: 'pd' as ConnectionId, externalId: 'E1', name: 'Payments' }],
    problem: '',
  }),
  'people:find': ({ words }) => ({
    value: [
      { id: 'U2', name: 'Mei Tanaka', email: 'mei@example.com' },
      { id: 'U3', name: 'Melissa Ray', email: 'melissa@example.com' },
    ].filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())),
    ...{ readAt: 0, stale: '' },
  }),
  'pages:directory': () => ({
    value: {
      services: [
        { id: 'S1', name: 'checkout' },
        { id: 'S2', name: 'payments-api' },
      ],
      policies: [{ id: 'E1', name: 'Payments' }],
      priorities: [{ id: 'P1', name: 'P1' }],
      problem: '',
    },
    ...{ readAt: 0, stale: '' },
  }),
  'feeds:refresh': () => null,
  'feeds:catch-up': () => null,
  'alerts:group': () => ({ members: [], total: 0 }),
  'alerts:labelled': () => [],
  'alerts:pages': () => ({ pages: [], others: 0 }),
  'alerts:preview': () => ({ alerts: 0, open: 5, groups: 0, first: [] }),
  'alerts:rules': () => [],
  'alerts:silences': () => ({ silences: [], asked: 0, problems: [] }),
  'alerts:dependencies': () => ({ checkout: ['payments-api', 'payments-db'] }),
  'alerts:depend': () => null,
  'alerts:hide': cannedRule,
  'alerts:unhide': ({ rule }) =>
    cannedRule({ rule, match: { group: 'any', service: null, title: null, labels: {} }, reason: 'Known', until: null }),
  'settings:read': () => ({
    ...{
      me: null,
      cancelWindow: 5_000,
      cadence: defaultCadence,
      methodCadence: defaultCadence,
      approvalFor: [],
      holdingApproval: false,
      mirror: 'decisions',
      repairTime: 'warn',
    },
    ...{ audiences: shippedView.method.audiences, methodAudiences: shippedView.method.audiences },
  }),
  'settings:change': ({
    me = null,
    cancelWindow = 5_000,
    cadence,
    audiences,
    approvalFor = [],
    holdingApproval = false,
    mirror = 'decisions',
    repairTime = 'warn',
  }) => ({
    ...{
      me,
      cancelWindow,
      cadence: withOverrides(defaultCadence, cadence),
      methodCadence: defaultCadence,
      approvalFor,
      holdingApproval,
      mirror,
      repairTime,
    },
    ...{ audiences: audiences ?? shippedView.method.audiences, methodAudiences: shippedView.method.audiences },
  }),
  'record:search': () => ({ found: [], more: false, reading: null, failed: false }),
  'archive:similar': () => ({ similar: [], reading: null, failed: false }),
  'telemetry:read': () => ({ panels: [] }),
  'archive:log': () => ({ events: [], next: null, damaged: false }),
  'archive:search': () => ({ found: [], next: null, reading: null, failed: false }),
  'record:backups': () => cannedBackups,
  'record:admit-ahead': () => ({ admitted: 0 }),
  'record:back-up': () => cannedBackups,
  'record:verify': () => null,
  'bundle:write': () => ({ file: newId<FileId>(), name: 'checkout.quarterdeck', bytes: 1, events: 1 }),
  'bundle:look': () => {
    throw new Error('No file came here')
  },
  'bundle:take': () => ({ incident: newId<IncidentId>(), added: 0, known: 0, held: 0 }),
  'bundle:drop': () => null,
  'connections:list': () => connections,
  'connections:save': () => null,
  'connections:remove': () => null,
  'connections:test': ({ token }) =>
    token === null
      ? { good: false, refused: true, message: '401 Unauthorized: Invalid API key' }
      : { good: true, message: 'Reached. 3 services can be read.', choices: { priorities: [{ id: 'p', name: 'P1' }] } },
  'dashboards:search': () => ({ found: [{ uid: 'shop', title: 'Shop', folder: 'Web' }], more: false }),
  'dashboards:open': () => shopDashboard,
  'dashboards:pin': ({ panels }) => ({ pinned: panels.length, left: [] }),
  'dashboards:unpin': () => null,
  'dashboards:mean': () => null,
  'world:enter-drill': () => null,
  'world:leave-drill': () => null,
}
