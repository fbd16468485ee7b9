import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo, outgoing, TOKEN } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'

const suite = contractSuite('statuspage')

describe.skipIf(suite.absent)(suite.name, () => {
  let prism: Prism
  beforeAll(async () => {
    prism = await startPrism('statuspage')
  })
  afterAll(() => prism?.stop())

  function open(prefer = '') {
    // The file's one component is a group, which has no status to show.
    const http = preferring(prefer, text => text.replaceAll('"group":true', '"group":false'))
    return { http, account: openAccount(connectionTo('statuspage', prism.origin), TOKEN, http) }
  }

  it('[CS1] reads the page, its components and its open incidents', async () => {
    const { http, account } = open()
    expect(await account.probe(never)).toMatchObject({ good: true })
    expect(await account.publicPage?.fetchPublicPage(never)).toMatchObject({
      ok: true,
      value: { components: [{ status: 'operational' }], incidents: [{ externalId: 'p31zjtct2jer' }] },
    })
    expect(http.violations).toEqual([])
  })

  it('[CS2] posts and patches bodies that the file allows', async () => {
    const { http, account } = open()
    const delivered = {
      outcome: 'delivered',
      delivered: { externalId: 'p31zjtct2jer', url: 'http://stspg.io/803310a12' },
    }
    expect(await account.updates?.send(outgoing('statuspage'), never)).toEqual(delivered)
    expect(await account.updates?.send(outgoing('statuspage', 'p31zjtct2jer', { status: 'resolved' }), never)).toEqual(
      delivered,
    )
    expect(http.violations).toEqual([])
  })

  it('[CS3] looks up an update that is not there', async () => {
    const { http, account } = open()
    expect(await account.updates?.verify(outgoing('statuspage'), never)).toEqual({ found: 'absent' })
    expect(await account.updates?.verify(outgoing('statuspage', 'p31zjtct2jer'), never)).toEqual({ found: 'absent' })
    expect(http.violations).toEqual([])
  })

  it('[CS4] is refused for a status that the file does not know', async () => {
    const wrong = outgoing('statuspage', null, { status: 'on fire' as never })
    expect(await open().account.updates?.send(wrong, never)).toMatchObject({
      outcome: 'refused',
      again: false,
      fault: { kind: 'vendor-error', status: 422 },
    })
  })

  it.each([
    [401, 'token-refused', 'refused', false],
    [404, 'vendor-error', 'refused', false],
    [420, 'rate-limited', 'refused', true],
    [422, 'vendor-error', 'refused', false],
    [429, 'rate-limited', 'refused', true],
  ])('[CS5] reads the documented %i as %s', async (code, kind, outcome, again) => {
    const { account } = open(`code=${code}`)
    const sent = await account.updates?.send(outgoing('statuspage', 'p31zjtct2jer'), never)
    expect(sent).toMatchObject({ outcome, again, fault: { kind } })
    if (kind === 'rate-limited') expect(sent).toMatchObject({ fault: { retryAfter: 60_000 } })
  })
})
