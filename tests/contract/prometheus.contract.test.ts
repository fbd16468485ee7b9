import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo, minute, panel, TOKEN } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'

const suite = contractSuite('prometheus')
const up = panel('up', [{ legend: '', expr: 'up' }])

describe.skipIf(suite.absent)(suite.name, () => {
  let prism: Prism
  beforeAll(async () => {
    prism = await startPrism('prometheus')
  })
  afterAll(() => prism?.stop())

  function open(prefer = '') {
    const http = preferring(prefer)
    return { http, account: openAccount(connectionTo('prometheus', prism.origin), TOKEN, http) }
  }

  it('[CQ1] asks for a range as the file allows, and draws the documented matrix', async () => {
    const { http, account } = open('example=matrixResult')
    const reply = await account.panels?.fetchPanels([up], minute, never)
    expect(reply).toMatchObject({ ok: true, value: [{ panel: 'up', problem: '' }] })
    expect(JSON.stringify(reply)).toContain('up{instance=demo.prometheus.io:9090, job=prometheus}')
    expect(http.violations).toEqual([])
  })

  it('[CQ2] says that it cannot draw the documented histogram', async () => {
    const reply = await open('example=histogramResult').account.panels?.fetchPanels([up], minute, never)
    expect(JSON.stringify(reply)).toContain('histograms-undrawn')
  })

  it('[CQ3] reads the documented alerts', async () => {
    const { http, account } = open()
    expect(await account.alerts?.fetchOpenAlerts(never)).toMatchObject({
      ok: true,
      value: [{ title: 'Ensure entire alerting pipeline is functional', state: 'firing', urgency: 'high' }],
    })
    expect(http.violations).toEqual([])
  })

  it('[CQ4] passes its test', async () => {
    const { http, account } = open()
    expect(await account.probe(never)).toMatchObject({
      good: true,
      message: 'Reached Prometheus 3.7.3',
      abilities: [
        { name: 'read-panels', may: 'yes' },
        { name: 'read-alerts', may: 'yes' },
        { name: 'read-alert-rules', may: 'yes' },
      ],
    })
    expect(http.violations).toEqual([])
  })

  it('[CQ7] asks for rules as the file allows, and reads its example', async () => {
    const { http, account } = open()
    expect(await account.rules?.fetchRules(never)).toMatchObject({
      ok: true,
      value: [
        {
          ...{ name: 'Watchdog', state: 'firing', health: 'ok', problem: '' },
          place: 'ansible_managed.yml › ansible managed alert rules',
        },
      ],
    })
    expect(http.violations).toEqual([])
    expect(await open('code=400').account.rules?.fetchRules(never)).toMatchObject({
      ok: false,
      fault: { kind: 'vendor-error', status: 400, message: expect.stringContaining('invalid parameter') },
    })
  })

  it.each([
    ['code=400', 'parse error: unexpected end of input'],
    ['code=422, example=execution', ''],
    ['code=503, example=timeout', ''],
  ])('[CQ5] takes the documented %s as the query’s own trouble', async (prefer, words) => {
    const reply = await open(prefer).account.panels?.fetchPanels([up], minute, never)
    expect(reply).toMatchObject({ ok: true, value: [{ series: [] }] })
    expect(reply?.ok && reply.value[0]?.problem).toContain(words)
    expect(reply?.ok && reply.value[0]?.problem).not.toBe('')
  })

  it('[CQ6] takes a server that is not ready as the connection’s trouble', async () => {
    const reply = await open('code=500, example=tsdbNotReady').account.panels?.fetchPanels([up], minute, never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'vendor-error', status: 500 } })
    expect(JSON.stringify(reply)).toContain('TSDB not ready')
  })
})
