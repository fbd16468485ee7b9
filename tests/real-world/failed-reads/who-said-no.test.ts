import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { failedProbe } from '../../../src/main/engine/vendors/probe'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, askedInTest, connectionTo } from '../../main/vendors/accounts'
import { sendJson } from '../../support/open-loopback'

describe('[CO4] a connection’s test that failed', () => {
  it('is the vendor’s refusal where the vendor refused', async () => {
    for (const status of [401, 403, 429, 500]) {
      const { origin } = await startLoopback((_, response) => sendJson(response, { message: 'no' }, status))
      for (const vendor of askedInTest) {
        const probe = await accountAt(vendor, origin).probe(never)
        expect({ vendor, status, probe }).toMatchObject({ vendor, status, probe: { good: false, refused: true } })
      }
    }
  })

  it('is none where nothing listens, nor where no answer came in time', async () => {
    for (const vendor of askedInTest) {
      const probe = await accountAt(vendor, 'http://127.0.0.1:1').probe(never)
      expect({ vendor, good: probe.good, refused: probe.refused }).toEqual({ vendor, good: false, refused: undefined })
    }
    expect(failedProbe({ kind: 'timed-out', after: 10_000, message: 'late' })).toEqual({ good: false, message: 'late' })
  })

  it('is none where the token was not sent because the address is plain http', async () => {
    const connection = connectionTo('slack', 'http://slack.example')
    const probe = await openAccount(connection, 'xoxb-1', createHttpClient()).probe(never)
    expect(probe).toMatchObject({ good: false, message: expect.stringContaining('was not sent') })
    expect(probe.refused).toBeUndefined()
  })

  it('names an answer of null in plain words', async () => {
    const { origin } = await startLoopback((_, response) => sendJson(response, null))
    const probe = await accountAt('pagerduty', origin).probe(never)
    expect(probe.message).toBe("PagerDuty's response is not as expected: it has none of the expected fields")
    expect(probe.refused).toBeUndefined()
  })
})
