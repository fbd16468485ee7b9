import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo, TOKEN } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'

const suite = contractSuite('pagerduty')

describe.skipIf(suite.absent)(suite.name, () => {
  let prism: Prism
  beforeAll(async () => {
    prism = await startPrism('pagerduty')
  })
  afterAll(() => prism?.stop())

  function open(prefer = '', token = TOKEN) {
    // The file's example always promises one more page.
    const http = preferring(prefer, text => text.replaceAll('"more":true', '"more":false'))
    return { http, account: openAccount(connectionTo('pagerduty', prism.origin), token, http) }
  }

  it('[CD1] asks as the file allows, and leaves the documented incident out, which is resolved', async () => {
    const { http, account } = open()
    expect(await account.alerts?.fetchOpenAlerts(never)).toEqual({ ok: true, value: [] })
    expect(http.violations).toEqual([])
  })

  it('[CD2] reads whatever the schema allows', async () => {
    const { account } = open('dynamic=true')
    const reply = await account.alerts?.fetchOpenAlerts(never)
    expect(reply).toMatchObject({ ok: true })
    for (const row of reply?.ok ? reply.value : []) expect(row.title).not.toBe('')
  })

  it('[CD3] passes its test', async () => {
    expect(await open().account.probe(never)).toMatchObject({ good: true })
  })

  it('[CD5] asks for details, on-calls and changes as the file allows, and reads its examples', async () => {
    const { http, account } = open()
    expect(await account.people?.pageDetails('PT4KHLK', never)).toMatchObject({
      value: { notes: [{}, { text: 'Firefighters are on the scene.' }], alerts: [{}], problem: '' },
    })
    expect(await account.people?.onCall(never)).toMatchObject({
      value: { people: [{ name: 'Tim Wright', level: 2 }], policies: [{}], problem: '' },
    })
    expect(await account.deploys?.fetchDeploys(Date.parse('2020-07-17T00:00:00Z'), never)).toMatchObject({ ok: true })
    // The file's own examples of log entries break its schemas; what we asked is ours to get right.
    expect(http.violations.filter(text => text.includes('"request"'))).toEqual([])
  })

  it('[CD6] asks for what a page is made of and for people by name as the file allows, and reads its examples', async () => {
    const { http, account } = open()
    expect(await account.people?.directory(never)).toMatchObject({
      value: { services: [{ name: expect.any(String) }], policies: [{}], problem: '' },
    })
    expect(await account.people?.services(never)).toMatchObject({
      value: {
        services: [{ id: 'PIJ90N7', teams: ['Engineering'], policy: 'Another Escalation Policy', steps: [] }],
        problem: '',
      },
    })
    expect(await account.people?.find('ear', never)).toMatchObject({
      value: [{ id: 'PXPGF42', name: 'Earline Greenholt', email: '125.greenholt.earline@graham.name' }, {}],
    })
    expect(http.violations.filter(text => text.includes('"request"'))).toEqual([])
  })

  it('[CD6] asks for the notes of a page as the file allows, and proposes its example', async () => {
    const { http, account } = open()
    expect(await account.rooms?.fetchProposals([{ page: 'PT4KHLK', since: 0 }], never)).toMatchObject({
      ok: true,
      value: { proposals: [{ text: 'Firefighters are on the scene.', kind: 'page-note' }, {}], gap: '' },
    })
    expect(http.violations.filter(text => text.includes('"request"'))).toEqual([])
  })

  it.each([
    [400, 'vendor-error', 'Invalid Input Provided'],
    [401, 'token-refused', 'Authentication failed'],
    [402, 'vendor-error', 'Missing Account Ability'],
    [403, 'token-refused', 'Access Denied'],
    [429, 'rate-limited', 'Rate Limit Exceeded'],
  ])('[CD4] reads the documented %i as %s', async (code, kind, words) => {
    const reply = await open(`code=${code}`).account.alerts?.fetchOpenAlerts(never)
    expect(reply).toMatchObject({ ok: false, fault: { kind } })
    expect(JSON.stringify(reply)).toContain(words)
    if (code === 429) expect(reply).toMatchObject({ fault: { retryAfter: expect.any(Number) } })
  })
})
