import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HttpClient } from '../../../src/main/engine/http/types'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import { alertmanagerMessage } from '../../../src/main/engine/vendors/alertmanager/parse'
import { grafanaMessage } from '../../../src/main/engine/vendors/grafana/parse'
import { pagerDutyMessage } from '../../../src/main/engine/vendors/pagerduty/parse'
import { prometheusMessage } from '../../../src/main/engine/vendors/prometheus/parse'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { slackErrorMessage } from '../../../src/main/engine/vendors/slack/parse'
import { statuspageMessage } from '../../../src/main/engine/vendors/statuspage/parse'
import type { Vendor } from '../../../src/shared/contract/vendors'
import { never } from '../http/loopback'
import { connectionTo, minute, outgoing, panel, TOKEN } from './accounts'
import { mutated } from './mutation'

/** Answers every request with this body, without a network: thousands of mutations must stay cheap. */
function answering(body: unknown, status = 200): HttpClient {
  const text = JSON.stringify(body)
  return { request: async () => ({ ok: true, value: { status, headers: new Headers(), text } }) }
}

type Read = (account: VendorAccount) => Promise<unknown>
const alerts: Read = async account => account.alerts?.fetchOpenAlerts(never)
const page: Read = async account => account.publicPage?.fetchPublicPage(never)
const spec = panel('p', [{ legend: 'L {{pod}}', expr: 'up' }], 'ds')
const panels: Read = async account => account.panels?.fetchPanels([spec], minute, never)
const probe: Read = async account => account.probe(never)
const send =
  (vendor: 'slack' | 'statuspage'): Read =>
  async account =>
    account.updates?.send(outgoing(vendor), never)
const lookUp =
  (vendor: 'slack' | 'statuspage', externalId: string | null = null): Read =>
  async account =>
    account.updates?.verify(outgoing(vendor, externalId), never)

const at = '2026-10-06T21:30:42Z'
const labels = { alertname: 'Errors', severity: 'critical', service: 'payments' }
const quarterdeck = { incident: 'inc-1', update: 'upd-1' }
const publicIncident = { id: 'i', name: 'n', status: 's', shortlink: 'https://x.y', created_at: at, updated_at: at }
const frame = {
  schema: {
    fields: [
      { name: 'Time', type: 'time' },
      { name: 'V', type: 'number', labels, config: {} },
    ],
    meta: { notices: [{ text: 't' }] },
  },
  data: {
    values: [
      [minute.from, minute.to],
      [1, null],
    ],
  },
}
const series = {
  metric: { __name__: 'up', ...labels },
  values: [
    [1, '1'],
    [2, 'NaN'],
  ],
  histograms: [],
}

const notes: Read = async account => account.rooms?.fetchProposals([{ page: 'P1', since: 0 }], never)
const rules: Read = async account => account.rules?.fetchRules(never)
const annotations: Read = async account => account.annotations?.fetchAnnotations(minute, never)
const table: Read = async account => account.panels?.fetchPanels([{ ...spec, shown: 'table' }], minute, never)
const rows: Read = async account => {
  const raw = JSON.stringify({ expr: '{app="api"}', queryType: 'range' })
  return account.panels?.fetchPanels([panel('p', [{ legend: '', expr: '', raw }], 'loki')], minute, never)
}
const search: Read = async account => account.dashboards?.search('cpu', 1, never)
const sources: Read = async account => account.dashboards?.dataSources(never)
const library: Read = async account => account.dashboards?.libraryPanel('lib', never)
const names: Read = async account => {
  const known = account.dashboards?.names('ds', minute.to) ?? account.names?.(minute.to)
  return [
    await known?.labelNames(never),
    await known?.labelValues('job', 'up', never),
    await known?.series('up', never),
    await known?.queryResult('up', never),
  ]
}
const logs = {
  schema: {
    fields: [
      { name: 'Time', type: 'time' },
      { name: 'Line', type: 'string' },
      { name: 'labels', type: 'other', labels },
    ],
    meta: { notices: [{ text: 't' }] },
  },
  data: { values: [[minute.from], ['a line'], [{ app: 'api' }]] },
}
const sentAlert = {
  fingerprint: 'f',
  labels: { ...labels, __alert_rule_uid__: 'u', rulename: 'Errors' },
  annotations: { summary: 's', Error: 'e' },
  startsAt: at,
  generatorURL: 'http://localhost:3000/alerting/grafana/u/view',
  status: { state: 'suppressed', silencedBy: ['s1'], inhibitedBy: [], mutedBy: [] },
}
const alertingRule = {
  ...{ type: 'alerting', uid: 'u', name: 'Errors', state: 'firing', health: 'err', lastError: 'e', isPaused: false },
}
const ruleGroups = { status: 'success', data: { groups: [{ name: 'g', file: '/a/b.yml', rules: [alertingRule] }] } }

/** A good answer of each call, as the vendor documents it. */
const calls: readonly (readonly [string, Vendor, unknown, Read])[] = [
  [
    'open incidents',
    'pagerduty',
    {
      incidents: [
        {
          id: 'P',
          title: 't',
          summary: 's',
          status: 'triggered',
          urgency: 'high',
          created_at: at,
          html_url: 'https://x.y',
          service: { summary: 's' },
          priority: { summary: 'P1' },
        },
      ],
      more: false,
    },
    alerts,
  ],
  ['panels', 'grafana', { results: { P0Q0: { status: 200, error: '', frames: [frame] } } }, panels],
  ['notes', 'pagerduty', { notes: [{ id: 'N', content: 'c', created_at: at, user: { summary: 'u' } }] }, notes],
  ['tables', 'grafana', { results: { P0Q0: { status: 200, frames: [frame] } } }, table],
  ['logs', 'grafana', { results: { P0Q0: { status: 200, frames: [logs] } } }, rows],
  ['alerts', 'grafana', [sentAlert], alerts],
  ['rules', 'grafana', ruleGroups, rules],
  [
    'annotations',
    'grafana',
    [{ id: 1, time: minute.from, timeEnd: minute.to, text: 'Deploy <b>v2</b>', tags: ['deploy'] }],
    annotations,
  ],
  ['dashboards', 'grafana', [{ uid: 'u', title: 'Node', folderTitle: 'Ops', type: 'dash-db' }], search],
  ['data sources', 'grafana', [{ uid: 'u', name: 'Prom', type: 'prometheus', isDefault: true }], sources],
  ['library panels', 'grafana', { result: { model: { title: 'CPU' } } }, library],
  ['names', 'grafana', { status: 'success', data: ['job', 'instance'] }, names],
  ['permissions', 'grafana', { name: 'Main', 'alert.rules:read': ['*'], 'datasources:query': ['*'] }, probe],
  ['organisation', 'grafana', { id: 1, name: 'Main' }, probe],
  [
    'ranges',
    'prometheus',
    { status: 'success', data: { resultType: 'matrix', result: [series] }, warnings: ['w'] },
    panels,
  ],
  [
    'alerts',
    'prometheus',
    { status: 'success', data: { alerts: [{ labels, annotations: { summary: 's' }, state: 'firing', activeAt: at }] } },
    alerts,
  ],
  ['rules', 'prometheus', ruleGroups, rules],
  ['names', 'prometheus', { status: 'success', data: [{ __name__: 'up', job: 'api' }] }, names],
  [
    'tables',
    'prometheus',
    { status: 'success', data: { resultType: 'vector', result: [{ metric: labels, value: [1, '1'] }] } },
    table,
  ],
  ['build', 'prometheus', { status: 'success', data: { version: '3' } }, probe],
  [
    'alerts',
    'alertmanager',
    [
      {
        fingerprint: 'f',
        labels,
        annotations: {},
        startsAt: at,
        generatorURL: 'http://x',
        status: { state: 'active' },
      },
    ],
    alerts,
  ],
  ['status', 'alertmanager', { versionInfo: { version: '0.25' } }, probe],
  ['components', 'statuspage', [{ id: 'c', name: 'n', group: false, status: 'operational' }], page],
  [
    'incidents',
    'statuspage',
    [{ ...publicIncident, incident_updates: [{ body: 'b', created_at: at }], metadata: { quarterdeck } }],
    lookUp('statuspage'),
  ],
  ['one incident', 'statuspage', { ...publicIncident, metadata: { quarterdeck } }, lookUp('statuspage', 'i')],
  ['post', 'statuspage', { id: 'i', shortlink: 'https://x.y' }, send('statuspage')],
  ['post', 'slack', { ok: true, ts: '1.2' }, send('slack')],
  [
    'history',
    'slack',
    {
      ok: true,
      messages: [{ ts: '1.2', metadata: { event_payload: quarterdeck } }],
      response_metadata: { next_cursor: '' },
    },
    lookUp('slack'),
  ],
  ['refusal', 'slack', { ok: false, error: 'missing_scope', needed: 'chat:write' }, probe],
]

/** Nothing that a person would read as a programming error, and nothing that a browser would run. */
function expectShowable(result: unknown): void {
  const text = JSON.stringify(result)
  expect(text).toBeTypeOf('string')
  expect(text).not.toMatch(/undefined|\[object |"url":"javascript/)
  expect(text).not.toContain(TOKEN)
}

describe('answers that are not as documented', () => {
  it.each(calls)('[VF1] %s of %s: never throw, never show undefined text', async (_, vendor, good, read) => {
    const whole = await read(openAccount(connectionTo(vendor, 'https://x.y'), TOKEN, answering(good)))
    expectShowable(whole)
    // A good answer that is not read as one would be mutated in vain.
    expect(JSON.stringify(whole)).toMatch(/"ok":true|"good":true|"outcome":"delivered"|"found":"|missing_scope/)
    await fc.assert(
      fc.asyncProperty(mutated(good), fc.constantFrom(200, 200, 200, 207, 400, 429, 503), async (body, status) => {
        const account = openAccount(connectionTo(vendor, 'https://x.y'), TOKEN, answering(body, status))
        expectShowable(await read(account))
      }),
      { numRuns: 300 },
    )
  })

  it('[VF2] of error bodies give words or null, whatever they are', () => {
    const bodies = [
      { error: { message: 'm', code: 1, errors: ['a'] } },
      { message: 'm', error: ['a'], accessErrorId: 'A', errorType: 't' },
      ['a'],
      { ok: false, error: 'e', needed: 'n' },
    ]
    const readers = [
      pagerDutyMessage,
      grafanaMessage,
      prometheusMessage,
      alertmanagerMessage,
      statuspageMessage,
      slackErrorMessage,
    ]
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), ...bodies.map(mutated)), body => {
        for (const words of readers) {
          const said = words(body)
          expect(said === null || typeof said === 'string').toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
