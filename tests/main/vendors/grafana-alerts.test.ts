import { describe, expect, it } from 'vitest'
import type { AlertRule } from '../../../src/shared/contract/rules'
import { type Loopback, sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt, minute, panel } from './accounts'

const ALERTS = '/api/alertmanager/grafana/api/v2/alerts'
const SILENCES = '/api/alertmanager/grafana/api/v2/silences'
const RULES = '/api/prometheus/grafana/api/v1/rules'

const alert = (change: object = {}) => ({
  fingerprint: 'f1',
  labels: { alertname: 'HighErrorRate', grafana_folder: 'Payments', severity: 'critical', service: 'api' },
  annotations: { summary: 'Error rate above 5%', __dashboardUid__: 'cIBgcSjkk' },
  startsAt: '2026-08-01T10:00:00.000Z',
  generatorURL: 'http://localhost:3000/alerting/grafana/fe1a/view?orgId=1',
  status: { state: 'active', silencedBy: [], inhibitedBy: [] },
  ...change,
})

function answering(bodies: Readonly<Record<string, unknown>>): Promise<Loopback> {
  return startLoopback(({ url }, response) => {
    const body = bodies[url.pathname]
    if (body === undefined) sendJson(response, { message: 'Permissions needed: alert.rules:read' }, 403)
    else sendJson(response, body)
  })
}

async function alertsOf(...alerts: readonly object[]) {
  const server = await answering({ [ALERTS]: alerts, [SILENCES]: [] })
  const reply = await accountAt('grafana', `${server.origin}/`).alerts?.fetchOpenAlerts(never)
  return { origin: server.origin, rows: reply?.ok ? reply.value : [] }
}

async function rulesOf(vendor: 'grafana' | 'prometheus', groups: readonly object[]) {
  const path = vendor === 'grafana' ? RULES : '/api/v1/rules'
  const server = await answering({ [path]: { status: 'success', data: { groups } } })
  const reply = await accountAt(vendor, server.origin).rules?.fetchRules(never)
  const rules: readonly AlertRule[] = reply?.ok ? reply.value : []
  return { origin: server.origin, rules, asked: server.seen[0]?.url.search }
}

describe("firing alerts of Grafana's own rules", () => {
  it('[GA3] are rows like those of an Alertmanager, with their rule and a link that the screen can follow', async () => {
    const { rows, origin } = await alertsOf(alert())
    expect(structuredClone(rows)).toEqual([
      {
        id: 'test-grafana/f1',
        connection: 'test-grafana',
        externalId: 'f1',
        origin: 'alert',
        title: 'Error rate above 5%',
        service: 'api',
        urgency: 'critical',
        state: 'firing',
        startedAt: Date.parse('2026-08-01T10:00:00Z'),
        url: `${origin}/alerting/grafana/fe1a/view`,
        cause: 'HighErrorRate',
        labels: { alertname: 'HighErrorRate', grafana_folder: 'Payments', severity: 'critical', service: 'api' },
        rule: 'fe1a',
      },
    ])
  })

  it("[GA1] a rule without data, or that cannot be worked out, is not called by its own summary's words", async () => {
    const labels = (alertname: string) => ({ alertname, rulename: 'HighErrorRate', __private__: 'x' })
    const { rows } = await alertsOf(
      alert({ labels: labels('DatasourceNoData') }),
      alert({ fingerprint: 'f2', labels: labels('DatasourceError'), annotations: { Error: 'context deadline' } }),
      alert({ fingerprint: 'f3', labels: labels('DatasourceError'), annotations: null, generatorURL: null }),
    )
    expect(rows.map(({ title, rule }) => [title, rule])).toEqual([
      ['No data for HighErrorRate', 'fe1a'],
      ['Cannot work out HighErrorRate: context deadline', 'fe1a'],
      ['Cannot work out HighErrorRate: no reason was given', undefined],
    ])
    expect(rows[0]?.labels).not.toHaveProperty('__private__')
  })

  it('[GA4] silenced ones stay, and say whose silence it is', async () => {
    const silence = { id: 's1', endsAt: '2026-11-20T12:30:00Z', createdBy: 'ada', comment: 'known' }
    const quiet = alert({ status: { state: 'suppressed', silencedBy: ['s1'] } })
    const server = await answering({ [ALERTS]: [quiet], [SILENCES]: [silence] })
    expect(await accountAt('grafana', server.origin).alerts?.fetchOpenAlerts(never)).toMatchObject({
      value: [{ state: 'suppressed', hush: 'silenced by ada until 2026-11-20 12:30 UTC: known' }],
    })
  })

  it('[GA5] that a token may not read are refused in Grafana’s words, and its panels are none the worse', async () => {
    const frames = { results: { P0Q0: { status: 200, frames: [] } } }
    const server = await answering({ '/api/ds/query': frames })
    const account = accountAt('grafana', server.origin)
    const refused = { ok: false, fault: { kind: 'token-refused', status: 403 } }
    expect(await account.alerts?.fetchOpenAlerts(never)).toMatchObject(refused)
    expect(await account.rules?.fetchRules(never)).toMatchObject(refused)
    expect(JSON.stringify(await account.rules?.fetchRules(never))).toContain('alert.rules:read')
    const panels = [panel('p', [{ legend: '', expr: 'up' }], 'ds')]
    expect(await account.panels?.fetchPanels(panels, minute, never)).toMatchObject({ ok: true })
  })
})

describe('alert rules', () => {
  it('[RU4] of Grafana: name, place, standing, why one cannot be worked out, and where it is', async () => {
    const { rules, origin, asked } = await rulesOf('grafana', [
      {
        name: 'every-minute',
        file: 'Payments',
        rules: [
          { type: 'alerting', uid: 'u1', name: 'Errors', state: 'firing', health: 'ok' },
          { type: 'alerting', uid: 'u2', name: 'Logs', state: 'inactive', health: 'error', lastError: 'timed\nout' },
          { type: 'alerting', uid: 'u3', name: 'Empty', state: 'normal', health: 'nodata' },
          { type: 'alerting', uid: 'u4', name: 'Off', state: 'inactive', health: 'ok', isPaused: true },
          { type: 'recording', uid: 'u5', name: 'job:errors', health: 'ok' },
        ],
      },
    ])
    expect(asked).toBe('?limit_alerts=0')
    expect(rules.map(({ name, state, health, problem }) => [name, state, health, problem])).toEqual([
      ['Errors', 'firing', 'ok', ''],
      ['Logs', 'inactive', 'failing', 'timed out'],
      ['Empty', 'inactive', 'no-data', ''],
      ['Off', 'inactive', 'unknown', 'Paused: not evaluated'],
    ])
    expect(rules[0]).toMatchObject({
      id: 'test-grafana/u1',
      place: 'Payments › every-minute',
      url: `${origin}/alerting/grafana/u1/view`,
    })
  })

  it('[RU4] of Prometheus: two of one name are two, and recording rules are none', async () => {
    const { rules, origin, asked } = await rulesOf('prometheus', [
      {
        name: 'disks',
        file: '/etc/prometheus/rules/disks.yml',
        rules: [
          { type: 'alerting', name: 'DiskFull', state: 'firing', health: 'ok' },
          { type: 'alerting', name: 'DiskFull', state: 'pending', health: 'err', lastError: 'many-to-many matching' },
          { type: 'recording', name: 'disk:free', health: 'ok' },
        ],
      },
    ])
    expect(asked).toBe('?type=alert&exclude_alerts=true')
    expect(new Set(rules.map(({ id }) => id)).size).toBe(2)
    expect(rules).toMatchObject([
      { name: 'DiskFull', state: 'firing', health: 'ok', place: 'disks.yml › disks', url: `${origin}/rules` },
      { name: 'DiskFull', state: 'pending', health: 'failing', problem: 'many-to-many matching' },
    ])
  })
})

describe('annotations of Grafana', () => {
  const at = 1_785_542_400_000
  const read = async (...annotations: readonly object[]) => {
    const server = await answering({ '/api/annotations': annotations })
    const span = { from: at - 3_600_000, to: at + 1.5 }
    const reply = await accountAt('grafana', server.origin).annotations?.fetchAnnotations(span, never)
    return { query: server.seen[0]?.url.searchParams, reply }
  }

  it('[GA2] are those of others, in both ends of a span, without markup, the newest first', async () => {
    const { query, reply } = await read(
      { id: 1, time: at, timeEnd: at, text: 'Deploy <a href="https://ci.example">v2</a>\nby bot', tags: ['deploy'] },
      { id: 2, time: at + 1, timeEnd: at + 60_000, text: '', tags: null },
      { id: 3, time: at + 2, text: 'Decision: roll back', tags: ['quarterdeck', 'quarterdeck:0192-act'] },
      { id: 4, time: at - 5, text: 'p95 < 3 s and > 1 s', tags: ['quarterdeck'] },
    )
    expect(Object.fromEntries(query ?? [])).toEqual({
      ...{ from: String(at - 3_600_000), to: String(at + 1), type: 'annotation', limit: '100' },
    })
    const connection = 'test-grafana'
    expect(reply).toEqual({
      ok: true,
      value: [
        { id: 'test-grafana/2', connection, text: 'A note without words', tags: [], at: at + 1, until: at + 60_000 },
        { id: 'test-grafana/1', connection, text: 'Deploy v2 by bot', tags: ['deploy'], at, until: null },
        {
          ...{ id: 'test-grafana/4', connection, text: 'p95 < 3 s and > 1 s', tags: ['quarterdeck'] },
          ...{ at: at - 5, until: null },
        },
      ],
    })
  })
})
