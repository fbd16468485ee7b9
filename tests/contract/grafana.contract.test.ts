import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo, minute, panel, TOKEN } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'

const suite = contractSuite('grafana')
const rate = panel('rate', [{ legend: 'Rate', expr: 'rate(x[5m])' }], 'P8045C56BDA891CB2')

describe.skipIf(suite.absent)(suite.name, () => {
  let prism: Prism
  beforeAll(async () => {
    prism = await startPrism('grafana')
  })
  afterAll(() => prism?.stop())

  function open(prefer = '') {
    const http = preferring(prefer)
    return { http, account: openAccount(connectionTo('grafana', prism.origin), TOKEN, http) }
  }

  it('[CG1] asks what the file allows, and reads what it answers', async () => {
    const { http, account } = open()
    // The file's example answers another refId than ours, which leaves our query unanswered: that is told, not hidden.
    expect(await account.panels?.fetchPanels([rate], minute, never)).toMatchObject({
      ok: true,
      value: [{ panel: 'rate', series: [], problem: { code: 'query-unanswered' } }],
    })
    expect(http.violations).toEqual([])
  })

  it('[CG2] draws the documented frame once the refId is ours, and reads the documented 207', async () => {
    const read = async (prefer: string) => {
      const http = preferring(prefer, text => text.replace('"A":', '"P0Q0":'))
      const account = openAccount(connectionTo('grafana', prism.origin), TOKEN, http)
      return account.panels?.fetchPanels([rate], minute, never)
    }
    expect(await read('code=200')).toMatchObject({
      ok: true,
      value: [{ problem: '', series: [{ name: 'Rate', values: [0.01, 0.25, 0.24] }] }],
    })
    expect(await read('code=207')).toMatchObject({
      ok: true,
      value: [{ problem: 'parse error at char 5: unexpected end of input', series: [] }],
    })
  })

  it('[CG3] passes its test', async () => {
    const { http, account } = open()
    expect(await account.probe(never)).toMatchObject({ good: true })
    expect(http.violations).toEqual([])
  })

  it('[CG5] reads the documented alerts, rules and annotations, asked for as the file allows', async () => {
    const { http, account } = open()
    const { origin } = prism
    expect(await account.alerts?.fetchOpenAlerts(never)).toMatchObject({
      ok: true,
      value: [
        {
          ...{ title: 'Error rate above 5%', cause: 'HighErrorRate', urgency: 'critical', state: 'firing' },
          ...{ rule: 'fe1a', url: `${origin}/alerting/grafana/fe1a/view` },
        },
      ],
    })
    expect(await account.rules?.fetchRules(never)).toMatchObject({
      ok: true,
      value: [{ id: 'test-grafana/fe1a', name: 'HighErrorRate', place: 'Payments › payments', state: 'firing' }],
    })
    const span = { from: minute.from, to: minute.to }
    expect(await account.annotations?.fetchAnnotations(span, never)).toMatchObject({ ok: true, value: [{}] })
    expect(http.violations).toEqual([])
  })

  it('[CG6] reads whatever the schemas of alerts, rules and annotations allow', async () => {
    const { account } = open('dynamic=true')
    const alerts = await account.alerts?.fetchOpenAlerts(never)
    expect(alerts).toMatchObject({ ok: true })
    for (const row of alerts?.ok ? alerts.value : []) expect(row.title).not.toBe('')
    expect(await account.rules?.fetchRules(never)).toMatchObject({ ok: true })
    const span = { from: minute.from, to: minute.to }
    expect(await account.annotations?.fetchAnnotations(span, never)).toMatchObject({ ok: true })
  })

  it('[CG7] takes the documented refusals of each as its own', async () => {
    const refused = { ok: false, fault: { kind: 'token-refused' } }
    for (const code of [401, 403]) {
      const { account } = open(`code=${code}`)
      expect(await account.alerts?.fetchOpenAlerts(never)).toMatchObject(refused)
      expect(await account.rules?.fetchRules(never)).toMatchObject(refused)
    }
    const span = { from: minute.from, to: minute.to }
    expect(await open('code=401').account.annotations?.fetchAnnotations(span, never)).toMatchObject(refused)
    expect(await open('code=500').account.annotations?.fetchAnnotations(span, never)).toMatchObject({
      ok: false,
      fault: { kind: 'vendor-error', status: 500 },
    })
  })

  it('[CG8] browses dashboards and data sources as the file allows', async () => {
    const { http, account } = open()
    expect(await account.dashboards?.search('cpu', 1, never)).toMatchObject({ ok: true })
    expect(await account.dashboards?.dataSources(never)).toMatchObject({ ok: true })
    expect(await account.dashboards?.read('cIBgcSjkk', never)).toMatchObject({ ok: true })
    expect(http.violations).toEqual([])
  })

  it.each([
    [400, 'vendor-error', 'bad request data'],
    [401, 'token-refused', 'Unauthorized'],
    [403, 'token-refused', 'Permissions needed'],
    [500, 'vendor-error', 'Internal server error'],
  ])('[CG4] reads the documented %i as %s', async (code, kind, words) => {
    const reply = await open(`code=${code}`).account.panels?.fetchPanels([rate], minute, never)
    expect(reply).toMatchObject({ ok: false, fault: { kind } })
    expect(JSON.stringify(reply)).toContain(words)
  })
})
