import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo, outgoing, TOKEN } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'

const suite = contractSuite('slack')

describe.skipIf(suite.absent)(suite.name, () => {
  let prism: Prism
  beforeAll(async () => {
    prism = await startPrism('slack')
  })
  afterAll(() => prism?.stop())

  function open(prefer = '') {
    const http = preferring(prefer)
    return { http, account: openAccount(connectionTo('slack', prism.origin), TOKEN, http) }
  }

  it('[CL1] posts, looks up and passes its test as the file allows', async () => {
    const { http, account } = open('example=ok')
    expect(await account.updates?.send(outgoing('slack'), never)).toEqual({
      outcome: 'delivered',
      delivered: { externalId: '1503435956.000247', url: null },
    })
    expect(await account.updates?.verify(outgoing('slack'), never)).toEqual({ found: 'absent' })
    expect(await account.probe(never)).toMatchObject({
      good: true,
      message: 'Reached Slack as grace in Subarachnoid Workspace',
    })
    expect(http.violations).toEqual([])
  })

  it('[CL2] reads the documented refusals, which come with 200', async () => {
    const { account } = open('example=error')
    expect(await account.updates?.send(outgoing('slack'), never)).toMatchObject({ outcome: 'refused', again: false })
    expect(await account.updates?.verify(outgoing('slack'), never)).toMatchObject({ found: 'unknown' })
    expect(await account.probe(never)).toMatchObject({ good: false })
  })

  it('[CL3] reads the documented 429 with its wait', async () => {
    expect(await open('code=429').account.updates?.send(outgoing('slack'), never)).toMatchObject({
      outcome: 'refused',
      again: true,
      fault: { kind: 'rate-limited', retryAfter: 30_000 },
    })
  })
})
