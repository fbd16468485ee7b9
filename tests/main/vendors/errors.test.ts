import { describe, expect, it } from 'vitest'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import type { VendorFault } from '../../../src/shared/contract/faults'
import type { Reply } from '../../../src/shared/lib/reply'
import { deadOrigin, never, startLoopback } from '../http/loopback'
import { accountAt, hastyAccountAt, minute, outgoing, panel, type ReadFrom, readFrom, TOKEN } from './accounts'

/** The one read that each account lives by. */
const reads: Readonly<Record<ReadFrom, (account: VendorAccount) => Promise<Reply<unknown, VendorFault> | undefined>>> =
  {
    pagerduty: async account => account.alerts?.fetchOpenAlerts(never),
    alertmanager: async account => account.alerts?.fetchOpenAlerts(never),
    grafana: async account =>
      account.panels?.fetchPanels([panel('p', [{ legend: '', expr: 'up' }], 'ds')], minute, never),
    prometheus: async account => account.panels?.fetchPanels([panel('p', [{ legend: '', expr: 'up' }])], minute, never),
    statuspage: async account => account.publicPage?.fetchPublicPage(never),
    slack: async account => {
      const looked = await account.updates?.verify(outgoing('slack'), never)
      return looked?.found === 'unknown' ? { ok: false, fault: looked.fault } : undefined
    },
  }

async function faultOf(vendor: ReadFrom, account: VendorAccount): Promise<VendorFault> {
  const reply = await reads[vendor](account)
  if (reply === undefined || reply.ok) throw new Error(`${vendor} answered without a fault`)
  return reply.fault
}

const ownError: Readonly<Record<ReadFrom, (text: string) => unknown>> = {
  pagerduty: text => ({ error: { message: 'Bad', code: 2001, errors: [text] } }),
  alertmanager: text => text,
  grafana: text => ({ message: text, messageId: 'x' }),
  prometheus: text => ({ status: 'error', errorType: 'internal', error: text }),
  statuspage: text => ({ message: text }),
  slack: text => text,
}

const statuses: readonly (readonly [number, VendorFault['kind']])[] = [
  [400, 'vendor-error'],
  [401, 'token-refused'],
  [402, 'vendor-error'],
  [403, 'token-refused'],
  [404, 'vendor-error'],
  [420, 'rate-limited'],
  [422, 'vendor-error'],
  [429, 'rate-limited'],
  [500, 'vendor-error'],
  [502, 'vendor-error'],
  [503, 'vendor-error'],
  [504, 'vendor-error'],
]

const proxyPage = '<html><head><title>Proxy says no</title></head><body>no</body></html>'

describe.each(readFrom)('errors of %s', vendor => {
  it.each(statuses)(
    '[VE1] %i is %s, with the status first, its own words, and never the token',
    async (status, kind) => {
      let said = 'words of the vendor'
      const server = await startLoopback((seen, response) => {
        const text = said.replace('TOKEN', seen.headers.authorization ?? '')
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(ownError[vendor](text)))
      })
      const fault = await faultOf(vendor, accountAt(vendor, server.origin))
      expect(fault.kind).toBe(kind)
      expect(fault.message).toMatch(new RegExp(`^HTTP ${status}: .*words of the vendor`))
      said = 'words of the vendor; you sent TOKEN'
      const { message } = await faultOf(vendor, accountAt(vendor, server.origin))
      expect(message).toMatch(new RegExp(`^HTTP ${status}: .*its own words repeat the token and are left out$`))
    },
  )

  it.each([403, 429, 500, 502])('[VE2] shows a proxy’s page on %i by its title', async status => {
    const server = await startLoopback((_, response) => response.writeHead(status).end(proxyPage))
    const { message } = await faultOf(vendor, accountAt(vendor, server.origin))
    expect(message).toMatch(new RegExp(`^HTTP ${status}: .*: a web page, “Proxy says no”$`))
  })

  it('[VE3] reads the wait of a 429 with and without headers', async () => {
    for (const [headers, retryAfter] of [
      [{ 'Retry-After': '7' }, 7_000],
      [{}, null],
    ] as const) {
      const server = await startLoopback((_, response) => response.writeHead(429, headers).end())
      const fault = await faultOf(vendor, accountAt(vendor, server.origin))
      expect(fault).toMatchObject({ kind: 'rate-limited', retryAfter })
    }
  })

  it.each([
    ['a web page', proxyPage, '“Proxy says no”'],
    ['half an answer', '{"incidents":[{"id":"P1","tit', 'cut off'],
    ['nothing', '', 'returned nothing'],
    ['another shape', '{"hello":1}', 'not as expected'],
    ['null', 'null', 'not as expected'],
  ])('[VE4] says what is wrong with a 200 that is %s', async (_, text, words) => {
    const server = await startLoopback((_, response) => response.end(text))
    const fault = await faultOf(vendor, accountAt(vendor, server.origin))
    expect(fault.kind).toBe('unreadable-answer')
    expect(fault.message).toContain(words)
  })

  it('[VE5] tells silence, a refused connection and a redirect apart', async () => {
    const silent = await startLoopback(() => undefined)
    const moved = await startLoopback((_, response) => response.writeHead(301, { Location: '/login' }).end())
    expect(await faultOf(vendor, hastyAccountAt(vendor, silent.origin))).toMatchObject({ kind: 'timed-out' })
    expect(await faultOf(vendor, accountAt(vendor, await deadOrigin()))).toMatchObject({ kind: 'unreachable' })
    expect(await faultOf(vendor, accountAt(vendor, moved.origin))).toMatchObject({ kind: 'unreadable-answer' })
    expect(await faultOf(vendor, accountAt(vendor, 'not an address'))).toMatchObject({ kind: 'unreachable' })
  })

  it('[VE6] has a test that says the same and never throws', async () => {
    const refusing = await startLoopback((_, response) =>
      response.writeHead(401).end(JSON.stringify(ownError[vendor]('not you'))),
    )
    const refused = await accountAt(vendor, refusing.origin).probe(never)
    expect(refused).toMatchObject({ good: false })
    expect(refused.message).toContain('not you')
    for (const text of [proxyPage, '', '{}', 'null', '[]']) {
      const odd = await startLoopback((_, response) => response.end(text))
      expect(await accountAt(vendor, odd.origin).probe(never)).toMatchObject({ good: false })
    }
  })

  it('[VE7] sends the token in a header, and nowhere else', async () => {
    const server = await startLoopback((_, response) => response.writeHead(500).end())
    const account = accountAt(vendor, server.origin, `  ${TOKEN}\n`)
    await account.probe(never)
    await reads[vendor](account)
    expect(server.seen.length).toBeGreaterThan(1)
    for (const seen of server.seen) {
      expect(seen.headers.authorization).toContain(TOKEN)
      expect(seen.url.href + seen.body).not.toContain(TOKEN)
    }
  })
})

describe.each(['pagerduty', 'statuspage', 'slack'] as const)('%s without a token', vendor => {
  it('[VE8] says so, and asks nobody', async () => {
    const server = await startLoopback((_, response) => response.end('{}'))
    const account = accountAt(vendor, server.origin, null)
    expect(await faultOf(vendor, account)).toMatchObject({ kind: 'token-refused' })
    expect((await account.probe(never)).message).toContain('No token for')
    expect(server.seen).toHaveLength(0)
  })
})

describe.each(['grafana', 'prometheus', 'alertmanager'] as const)('%s without a token', vendor => {
  it('[VE9] is asked without one', async () => {
    const server = await startLoopback((_, response) => response.end('{}'))
    await accountAt(vendor, server.origin, null).probe(never)
    expect(server.seen[0]?.headers.authorization).toBe(undefined)
    await accountAt(vendor, server.origin, 'user:pass word').probe(never)
    expect(server.seen.at(-1)?.headers.authorization).toBe(`Basic ${btoa('user:pass word')}`)
  })
})
