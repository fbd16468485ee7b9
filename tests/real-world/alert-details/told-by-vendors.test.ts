import { describe, expect, it } from 'vitest'
import { wholeAlert, withOpenableLinks } from '../../../src/main/engine/vendors/openable'
import type { AlertAbout } from '../../../src/shared/contract/alert-about'
import type { Vendor } from '../../../src/shared/contract/vendors'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt } from '../../main/vendors/accounts'
import { sendJson } from '../../support/open-loopback'

const grafana = [{ baseUrl: 'https://grafana.example.com' }]

async function server(answers: Readonly<Record<string, unknown>>): Promise<string> {
  const { origin } = await startLoopback(({ url }, response) => {
    const end = Object.keys(answers).find(path => url.pathname.endsWith(path))
    sendJson(response, end === undefined ? [] : answers[end])
  })
  return origin
}

const sent = (annotations: unknown, change: object = {}) => ({
  ...{ fingerprint: 'f1', labels: { alertname: 'HighErrorRate' }, annotations, status: { state: 'active' } },
  ...{ startsAt: '2026-11-20T12:00:00Z', generatorURL: 'https://prometheus.example.com/graph?g0.expr=up' },
  ...change,
})

/** What `v` is told of the first alert of a vendor's answer. */
async function told(vendor: Vendor, answers: Readonly<Record<string, unknown>>, reaches = grafana) {
  const reply = await accountAt(vendor, await server(answers)).alerts?.fetchOpenAlerts(never)
  const row = reply?.ok ? reply.value[0] : undefined
  // Neither a push in JSON nor one between processes carries it.
  expect(JSON.stringify(row)).not.toContain('runbook')
  expect(Object.keys(structuredClone(row) ?? {})).toEqual(Object.keys(row ?? {}))
  return wholeAlert(row, reaches)?.about as AlertAbout
}

const annotations = {
  summary: '5 % of payments fail',
  description: 'Since the deploy.\nCards only.',
  impact: 'Customers cannot pay',
  runbook_url: 'https://wiki.example.com/runbooks/payments',
  dashboard_url: 'https://grafana.example.com/d/pay',
  threshold: '1 %',
  team: 'payments',
}

describe('[AL14] what an alert is told with', () => {
  it('by Alertmanager is kept: description, impact, threshold, runbook, dashboard, graph, and all else', async () => {
    expect(await told('alertmanager', { '/alerts': [sent(annotations)] })).toEqual({
      description: 'Since the deploy.\nCards only.',
      impact: 'Customers cannot pay',
      value: '',
      threshold: '1 %',
      facts: [{ name: 'team', text: 'payments' }],
      links: [
        { kind: 'graph', name: 'generatorURL', url: 'https://prometheus.example.com/graph?g0.expr=up' },
        { kind: 'runbook', name: 'runbook_url', url: annotations.runbook_url },
        { kind: 'dashboard', name: 'dashboard_url', url: annotations.dashboard_url },
      ],
    })
  })

  it('by Prometheus is kept, with its value as a person writes it', async () => {
    for (const [value, shown] of [
      ['9.3e-01', '0.93'],
      [5, '5'],
      ['NaN', 'NaN'],
      ['+Inf', '+Inf'],
      [null, ''],
    ] as const) {
      const alert = {
        labels: { alertname: 'A' },
        annotations,
        state: 'firing',
        activeAt: '2026-11-20T12:00:00Z',
        value,
      }
      const about = await told('prometheus', { '/alerts': { data: { alerts: [alert] } } })
      expect(about).toMatchObject({ value: shown, impact: 'Customers cannot pay' })
      expect(about.links.map(({ kind }) => kind)).toEqual(['runbook', 'dashboard'])
    }
  })

  it('by Grafana is kept, with its values and its links to dashboard, panel and silence', async () => {
    const own = { __dashboardUid__: 'pay 1', __panelId__: '4', __value_string__: "[ var='B' labels={a=b} value=93.2 ]" }
    const links = { dashboardURL: 'https://g.example.com/d/1', panelURL: 'https://g.example.com/d/1?viewPanel=2' }
    const byLinks = await told('grafana', {
      '/alerts': [sent({}, { ...links, silenceURL: 'https://g.example.com/s', values: { B: 93.2, C: 1 } })],
    })
    expect(byLinks.value).toBe('B = 93.2, C = 1')
    expect(byLinks.links.map(({ kind }) => kind)).toEqual(['dashboard', 'panel', 'silence', 'graph'])
    const reply = await accountAt(
      'grafana',
      await server({ '/alerts': [sent({ ...annotations, ...own })] }),
    ).alerts?.fetchOpenAlerts(never)
    const byIds = wholeAlert(reply?.ok ? reply.value[0] : undefined, [{ baseUrl: 'http://127.0.0.1:3000' }])?.about
    expect(byIds?.value).toBe('B = 93.2')
    expect(byIds?.links.map(({ url }) => new URL(url).pathname + new URL(url).search)).toEqual([
      '/graph?g0.expr=up',
      '/d/pay%201',
      '/d/pay%201?viewPanel=4',
      '/runbooks/payments',
      '/d/pay',
    ])
    expect(byIds?.facts.map(({ name }) => name)).toEqual(['team'])
  })

  it('by PagerDuty is kept in whatever shape a monitoring system sent it', async () => {
    const alert = (body: unknown) => ({ id: 'A', summary: 'Down', created_at: '2026-11-20T12:00:00Z', body })
    const link = { type: 'link', href: 'https://wiki.example.com/runbook/1', text: 'Runbook' }
    const image = { type: 'image', src: 'https://img.example.com/1.png', href: 'https://img.example.com' }
    for (const body of [
      { details: { description: 'It fails', value: 93.2 }, contexts: [image, link] },
      { details: { custom_details: { description: 'It fails', value: '93.2' } }, contexts: [link] },
      { details: null, cef_details: { details: { description: 'It fails', value: 93.2 }, contexts: [link] } },
      { custom_details: { description: 'It fails', value: 93.2 }, links: [{ href: link.href, text: 'Runbook' }] },
    ]) {
      const people = accountAt('pagerduty', await server({ '/alerts': { alerts: [alert(body)] } })).people
      const reply = await people?.pageDetails('P1', never)
      const about = reply?.ok ? withOpenableLinks(reply.value, []).alerts[0]?.about : undefined
      expect(about).toMatchObject({ description: 'It fails', value: '93.2' })
      expect(about?.links).toEqual([{ kind: 'runbook', name: 'Runbook', url: link.href }])
    }
  })

  it('is nothing where nothing, null or something odd stands, and costs no alert', async () => {
    for (const odd of [undefined, null, [], 'x', { description: null }, {}]) {
      const about = await told('alertmanager', { '/alerts': [sent(odd, { generatorURL: null })] })
      expect(about).toEqual({ description: '', impact: '', value: '', threshold: '', facts: [], links: [] })
    }
    for (const body of [
      undefined,
      null,
      [],
      7,
      '',
      {},
      { details: [] },
      { details: null, contexts: [null, 'x', {}] },
    ]) {
      const alerts = [{ id: 'A', summary: 'Down', created_at: '2026-11-20T12:00:00Z', body }]
      const people = accountAt('pagerduty', await server({ '/alerts': { alerts } })).people
      const reply = await people?.pageDetails('P1', never)
      expect(reply?.ok && reply.value.alerts.map(({ title, about }) => [title, about])).toEqual([['Down', undefined]])
    }
  })

  it('is cut where it is huge, and says by how much; there are no more links and fields than a person reads', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, no) => [`k${no}`, `https://a.example.com/${no}`]))
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, no) => [`f${no}`, 'x']))
    const huge = { description: '障'.repeat(100_000), ...many, ...fields }
    const about = await told('alertmanager', { '/alerts': [sent(huge)] })
    expect(about.description).toMatch(/^障{3,}…? \(96000 more characters at the source\)$/)
    expect(about.description.length).toBeLessThan(4_100)
    expect(about.links).toHaveLength(12)
    expect(about.facts.at(-1)).toEqual({ name: '…', text: '460 more at the source' })
  })

  it('keeps other scripts, and shows what is hidden in it', async () => {
    const texts = {
      description: '支払いが失敗 платежи الدفع',
      note: 'pay\u202egnp.exe\u202c',
      markup: '<img src=x onerror=alert(1)>',
    }
    const about = await told('alertmanager', { '/alerts': [sent(texts)] })
    expect(about.description).toBe('支払いが失敗 платежи الدفع')
    expect(about.facts[0]?.text).toContain('⟨U+202E⟩')
    expect(about.facts[1]?.text).toBe('<img src=x onerror=alert(1)>')
  })
})

describe('[AL15] of the links', () => {
  it('scripts, data, files, passwords and plain http to elsewhere are texts; http to a private host that we read is a link', async () => {
    const links = {
      runbook_url: 'javascript:alert(1)',
      dashboard_url: 'data:text/html,<script>alert(1)</script>',
      file: 'file:///etc/passwd',
      sly: ' JaVaScRiPt:alert(1)',
      secret: 'https://me:pass@example.com/',
      plain_url: 'http://example.com/',
      near: 'http://10.0.0.7/graph',
      nearer: 'http://10.0.0.8:9090/graph',
      path: '/docs/runbook',
    }
    const hosts = [{ baseUrl: 'http://10.0.0.8:9090' }, { baseUrl: 'http://example.com' }]
    const alerts = [sent(links, { generatorURL: 'javascript:alert(2)', fingerprint: 'f' })]
    const reply = await accountAt('alertmanager', await server({ '/alerts': alerts })).alerts?.fetchOpenAlerts(never)
    const whole = wholeAlert(reply?.ok ? reply.value[0] : undefined, hosts)
    expect(whole?.url).toBeNull()
    expect(whole?.about?.links).toEqual([{ kind: 'other', name: 'nearer', url: links.nearer }])
    const refused = whole?.about?.facts.filter(fact => fact.refused).map(({ name }) => name)
    expect(refused).toEqual(['runbook_url', 'dashboard_url', 'file', 'sly', 'secret', 'plain_url', 'near'])
    expect(whole?.about?.facts.find(({ name }) => name === 'path')?.text).toBe('/docs/runbook')
  })
})
