import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'

const suite = contractSuite('alertmanager')

describe.skipIf(suite.absent)(suite.name, () => {
  let prism: Prism
  beforeAll(async () => {
    prism = await startPrism('alertmanager')
  })
  afterAll(() => prism?.stop())

  function open(prefer = '') {
    const http = preferring(prefer)
    return { http, account: openAccount(connectionTo('alertmanager', prism.origin), null, http) }
  }

  it('[CA1] reads alerts in the shape of the file, and passes its test', async () => {
    const { http, account } = open()
    expect(await account.alerts?.fetchOpenAlerts(never)).toMatchObject({ ok: true, value: [{ origin: 'alert' }] })
    expect(await account.probe(never)).toMatchObject({ good: true, abilities: [{ may: 'yes' }, { may: 'yes' }] })
    expect(http.violations).toEqual([])
  })

  it('[CA4] asks for silences as the file allows once one is in force, and names whose it is', async () => {
    // The file's example of an alert is heard; this one is kept quiet by the silence of its other example.
    const quiet = (text: string) =>
      text.replace(/"silencedBy":\[[^\]]*\]/, '"silencedBy":["s1"]').replace(/("id":)"[^"]*"/, '$1"s1"')
    const http = preferring('', quiet)
    const account = openAccount(connectionTo('alertmanager', prism.origin), null, http)
    const reply = await account.alerts?.fetchOpenAlerts(never)
    expect(reply?.ok && reply.value[0]?.hush).toMatch(/^silenced by .+ until \d{4}-/)
    expect(http.violations).toEqual([])
  })

  it('[CA2] reads whatever the schema allows', async () => {
    expect(await open('dynamic=true').account.alerts?.fetchOpenAlerts(never)).toMatchObject({ ok: true })
  })

  it.each([400, 500])('[CA3] reads the documented %i', async code => {
    const reply = await open(`code=${code}`).account.alerts?.fetchOpenAlerts(never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'vendor-error', status: code } })
  })
})
