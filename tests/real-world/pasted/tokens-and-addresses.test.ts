import { describe, expect, it } from 'vitest'
import type { HttpClient } from '../../../src/main/engine/http/types'
import { pastedToken } from '../../../src/main/engine/vendors/pasted-token'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { typedConnection, understoodAddress } from '../../../src/renderer/features/connections/vendor-fields'
import type { Vendor } from '../../../src/shared/contract/vendors'
import { pastedAddress, pastedPublicAddress } from '../../../src/shared/domain/pasted-address'
import { ok } from '../../../src/shared/lib/reply'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, connectionTo, readFrom } from '../../main/vendors/accounts'

const TOKEN = 'aB3-dE6_gH9.jK2+mN5/pQ8='

describe('a token as people copy it', () => {
  it.each([
    TOKEN,
    `  ${TOKEN}\r\n`,
    `\ufeff${TOKEN}`,
    `"${TOKEN}"`,
    `'${TOKEN}'\n`,
    `“${TOKEN}”`,
    `\`${TOKEN}\``,
    `Bearer ${TOKEN}`,
    `bearer  "${TOKEN}"`,
    `"Bearer ${TOKEN}"`,
    `Token token=${TOKEN}`,
    `Token token="${TOKEN}"`,
    `token=${TOKEN}`,
    `OAuth ${TOKEN}`,
    `Authorization: Bearer ${TOKEN}`,
    `-H "Authorization: Token token=${TOKEN}"`,
    `--header 'authorization: OAuth ${TOKEN}'`,
    `${TOKEN.slice(0, 9)}\n    ${TOKEN.slice(9)}`,
    `${TOKEN.slice(0, 9)}\u200b${TOKEN.slice(9)}\u00a0`,
  ])('[CO1] is understood: %j', async pasted => {
    expect(pastedToken(pasted)).toBe(TOKEN)
  })

  it('[CO1] keeps what belongs to it', () => {
    expect(pastedToken('reader:pass word "9')).toBe('reader:pass word "9')
    expect(pastedToken(`Basic ${btoa('reader:päss'.normalize('NFKD').replace(/[^ -~]/g, ''))}`)).toBe('reader:pass')
    expect(pastedToken('Basic training')).toBe('Basic training')
    for (const none of ['', '  ', '""', 'Bearer ', '\n']) expect(pastedToken(none).length).toBeLessThan(7)
  })

  it.each(readFrom)('[CO1] reaches %s in its own header, once', async vendor => {
    const server = await startLoopback((_, response) => response.end('{}'))
    const schemes = { pagerduty: 'Token token=', statuspage: 'OAuth ' } as Partial<Record<Vendor, string>>
    const others = vendor === 'pagerduty' ? [] : [`Bearer ${TOKEN}`]
    for (const pasted of [...others, `"Token token=${TOKEN}"\n`]) {
      await accountAt(vendor, server.origin, pasted).probe(never)
      expect(server.seen.at(-1)?.headers.authorization).toBe(`${schemes[vendor] ?? 'Bearer '}${TOKEN}`)
    }
  })
})

it('[CO1] a REST key of PagerDuty is sent as one though “Bearer” was copied along, one of OAuth as Bearer', async () => {
  const server = await startLoopback((_, response) => response.end('{}'))
  for (const [pasted, sent] of [
    ['Bearer y_NbAkKc66ryYTWUXYEu', 'Token token=y_NbAkKc66ryYTWUXYEu'],
    ['Bearer pdus+_0XBPWQQ_long-enough', 'Bearer pdus+_0XBPWQQ_long-enough'],
    ['"bearer  pdus+_0XBPWQQ_long-enough"', 'Bearer pdus+_0XBPWQQ_long-enough'],
  ] as const) {
    await accountAt('pagerduty', server.origin, pasted).probe(never)
    expect(server.seen.at(-1)?.headers.authorization).toBe(sent)
  }
})

describe('an address as people copy it', () => {
  it.each<readonly [Vendor, string, string]>([
    ['grafana', 'https://grafana.example.com/d/abc/payments?orgId=1&from=now-1h#x', 'https://grafana.example.com'],
    ['grafana', 'https://example.com/grafana/d/abc/d?orgId=1', 'https://example.com/grafana'],
    ['grafana', ' <https://g.example.com/explore?left=%7B%7D> ', 'https://g.example.com'],
    ['grafana', 'https://g.example.com/alerting/list', 'https://g.example.com'],
    ['grafana', 'https://g.example.com/monitor/api/', 'https://g.example.com/monitor'],
    ['grafana', 'g.example.com/login', 'https://g.example.com'],
    ['grafana', 'localhost:3000/dashboards', 'http://localhost:3000'],
    ['prometheus', 'http://prometheus:9090/graph?g0.expr=up&g0.tab=1', 'http://prometheus:9090'],
    ['prometheus', 'prometheus:9090/alerts', 'http://prometheus:9090'],
    ['prometheus', 'https://m.example.com/prometheus/query?x', 'https://m.example.com/prometheus'],
    ['prometheus', 'https://thanos.example.com/query', 'https://thanos.example.com/query'],
    ['prometheus', 'https://m.example.com/query/graph', 'https://m.example.com/query'],
    ['prometheus', 'https://m.example.com/prom/api/v1/query?query=up', 'https://m.example.com/prom'],
    ['prometheus', 'https://m.example.com/select/0/prometheus', 'https://m.example.com/select/0/prometheus'],
    ['alertmanager', 'http://am:9093/#/alerts?silenced=false', 'http://am:9093'],
    ['alertmanager', 'http://am:9093/am/api/v2/alerts', 'http://am:9093/am'],
    ['pagerduty', 'https://acme.pagerduty.com/incidents/Q1ABC', 'https://api.pagerduty.com'],
    ['pagerduty', 'https://acme.eu.pagerduty.com/incidents', 'https://api.eu.pagerduty.com'],
    ['statuspage', 'https://manage.statuspage.io/pages/abc123/incidents', 'https://api.statuspage.io'],
    ['slack', 'https://app.slack.com/client/T012ABC/C0123456789', 'https://slack.com'],
    ['slack', 'https://acme.slack.com/archives/C0123456789/p17', 'https://slack.com'],
  ])('[CO2] of %s is understood: %s', (vendor, pasted, asked) => {
    expect(pastedAddress(vendor, pasted).baseUrl).toBe(asked)
    expect(typedConnection({ ...connectionTo(vendor, pasted) }).baseUrl).toBe(asked)
  })

  it('[CO2] fills in the page or channel that it shows, and never over one that was typed', () => {
    const page = connectionTo('statuspage', 'https://manage.statuspage.io/pages/abc123/incidents')
    expect(typedConnection({ ...page, pageId: '' }).pageId).toBe('abc123')
    expect(typedConnection(page).pageId).toBe('page1')
    const chat = connectionTo('slack', 'https://acme.slack.com/archives/C0123456789')
    expect(typedConnection({ ...chat, channel: ' ' }).channel).toBe('C0123456789')
    expect(pastedPublicAddress('https://status.example.com/incidents/xyz')).toBe('https://status.example.com')
    expect(pastedPublicAddress('status.example.com/history?page=2')).toBe('https://status.example.com')
  })

  it('[CO2] is shown where it is not what was typed, and left alone where it is none', () => {
    expect(understoodAddress(connectionTo('grafana', 'https://g.example.com/'))).toBe(null)
    expect(understoodAddress(connectionTo('grafana', 'https://g.example.com/d/x'))).toBe('https://g.example.com')
    expect(pastedAddress('grafana', 'https://me:pw@g.example.com/d/x').baseUrl).toBe('https://me:pw@g.example.com/d/x')
    for (const none of ['', '   ', 'ftp://x', 'javascript:alert(1)', '::', 'not an address']) {
      expect(pastedAddress('grafana', none).baseUrl).toBe(none.trim())
    }
  })

  it('[CO2] also reaches its place when it stands in the settings file', async () => {
    const server = await startLoopback((_, response) => response.end('{}'))
    await accountAt('grafana', `${server.origin}/grafana/d/abc/x?orgId=1`).probe(never)
    expect(server.seen[0]?.url.pathname.startsWith('/grafana/api/')).toBe(true)
  })
})

describe('a token over plain http', () => {
  const seen: string[] = []
  const wire: HttpClient = {
    request: async ({ url }) => {
      seen.push(url.origin)
      return ok({ status: 200, headers: new Headers(), text: '{}' })
    },
  }

  it.each([
    ['pagerduty', 'http://api.pagerduty.example'],
    ['slack', 'http://chat.example'],
    ['statuspage', 'http://10.0.0.7:8080'],
    ['grafana', 'http://acme.grafana.net/d/x'],
    ['prometheus', 'http://prometheus-prod.grafana.net/api/prom'],
  ] as const)('[CO3] never leaves for %s at %s, and the way out is said', async (vendor, address) => {
    seen.length = 0
    const probe = await openAccount(connectionTo(vendor, address), TOKEN, wire).probe(never)
    expect(probe).toMatchObject({ good: false, message: expect.stringMatching(/not sent.*https:\/\//) })
    expect(seen).toEqual([])
  })

  it('[CO3] leaves for a system of the house, for this computer, and where there is none', async () => {
    for (const [vendor, address, token] of [
      ['grafana', 'http://grafana.house:3000', TOKEN],
      ['slack', 'http://127.0.0.1:1', TOKEN],
      ['prometheus', 'http://demo.grafana.net', null],
    ] as const) {
      seen.length = 0
      await openAccount(connectionTo(vendor, address), token, wire).probe(never)
      expect(seen.length).toBeGreaterThan(0)
    }
  })
})
