import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { endpoint } from '../../../src/main/engine/http/api'
import { parseJson, parserOf } from '../../../src/main/engine/http/json'
import { plainLine, plainText } from '../../../src/main/engine/http/plain-text'
import { faultOfStatus, waitAsked } from '../../../src/main/engine/http/status'

describe('reading an answer', () => {
  const parse = parserOf('pagerduty', z.object({ incidents: z.array(z.object({ id: z.string() })) }))

  it('[HJ1] names the vendor and the first field that is wrong', () => {
    const reply = parse({ incidents: [{ id: 'A' }, { id: 7 }] })
    expect(!reply.ok && reply.fault).toEqual({
      kind: 'unreadable-answer',
      code: 'answer-unexpected',
      values: {
        vendor: 'PagerDuty',
        wrong: { code: 'field-type', values: { field: 'incidents.1.id', wanted: { code: 'json-string' } } },
      },
      message: "PagerDuty's response is not as expected: “incidents.1.id” is missing or not a string",
    })
    expect(parse(null)).toMatchObject({ ok: false, fault: { kind: 'unreadable-answer' } })
  })

  it('[HJ2] tells a web page, half an answer and no answer apart', () => {
    const words = (text: string) => {
      const reply = parseJson('grafana', text)
      return reply.ok ? '' : reply.fault.message
    }
    expect(words('<!DOCTYPE html><html><head><title>Sign in\n to Corp</title>')).toContain(
      'web page (“Sign in to Corp”)',
    )
    expect(words('{"results":{"A":')).toContain('cut off')
    expect(words(' \n')).toBe('Grafana returned nothing')
  })
})

describe('a bad status', () => {
  const words = (body: unknown) =>
    typeof body === 'string' ? body : ((body as { said?: string } | null)?.said ?? null)
  const fault = (status: number, text: string, headers: Record<string, string> = {}) =>
    faultOfStatus('statuspage', { status, text, headers: new Headers(headers) }, words)

  it('[HS1] becomes a fault with the vendor’s own words', () => {
    expect(fault(401, '{"said":"Could not authenticate"}')).toEqual({
      kind: 'token-refused',
      status: 401,
      code: 'vendor-refused-token',
      values: {
        status: 401,
        vendor: 'Statuspage',
        said: { code: 'said-words', values: { words: 'Could not authenticate' } },
      },
      message: 'HTTP 401: Statuspage rejected the token: Could not authenticate',
    })
    expect(fault(403, '{}')).toMatchObject({ kind: 'token-refused', status: 403 })
    expect(fault(422, '{"said":"Name is too long"}')).toMatchObject({ kind: 'vendor-error', status: 422 })
    expect(fault(503, 'upstream went away').message).toBe('HTTP 503: Statuspage has a problem: upstream went away')
  })

  it('[HS2] shows the title of a proxy’s page, not its markup', () => {
    const { message } = fault(502, '<html><head><title>502 Bad Gateway</title></head><body><script>x</script>')
    expect(message).toBe('HTTP 502: Statuspage has a problem: a web page, “502 Bad Gateway”')
  })

  it('[HS3] takes 429 and the older 420 as "slow down", with the wait that was asked for', () => {
    expect(fault(429, '', { 'Retry-After': '60' })).toMatchObject({ kind: 'rate-limited', retryAfter: 60_000 })
    expect(fault(420, '')).toMatchObject({ kind: 'rate-limited', retryAfter: null })
  })

  it('[HS4] reads the wait as seconds, as a date, or from PagerDuty’s header, and never as more than an hour', () => {
    const wait = (headers: Record<string, string>) => waitAsked(new Headers(headers))
    expect(wait({ 'ratelimit-reset': '12' })).toBe(12_000)
    expect(wait({ 'retry-after': '0' })).toBe(0)
    expect(wait({ 'retry-after': 'Tue, 06 Oct 2026 10:00:30 GMT', date: 'Tue, 06 Oct 2026 10:00:00 GMT' })).toBe(30_000)
    expect(wait({ 'retry-after': 'Tue, 06 Oct 2026 09:00:00 GMT', date: 'Tue, 06 Oct 2026 10:00:00 GMT' })).toBe(0)
    expect(wait({ 'retry-after': '999999999' })).toBe(3_600_000)
    expect(wait({ 'retry-after': 'soon' })).toBe(null)
  })
})

describe('a vendor’s text', () => {
  it('[HT1] loses control characters and length, whatever it holds', () => {
    expect(plainLine('\u001b[31mred\u0000\n  alert', 50)).toBe('[31mred alert')
    expect(plainText('one\r\ntwo\u0007', 50)).toBe('one\ntwo')
    expect(plainLine('invoice\u202Egpj.exe \u2067right', 50)).toBe('invoice⟨U+202E⟩gpj.exe ⟨U+2067⟩right')
    expect(plainText('\u202Bone\u200F\u2069', 50)).toBe('⟨U+202B⟩one\u200F⟨U+2069⟩')
    expect(plainLine('x'.repeat(1_000_000), 10)).toBe(`${'x'.repeat(9)}…`)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        for (const clean of [plainLine(text, limit), plainText(text, limit)]) {
          expect(clean.length).toBeLessThanOrEqual(limit)
          expect(clean.isWellFormed()).toBe(true)
          expect(clean).not.toMatch(/[^\P{Cc}\n]/u)
        }
      }),
    )
  })
})

describe('an address', () => {
  it('[HA1] keeps its own path in front of the API, and does not double the API’s', () => {
    const at = (base: string) => endpoint(base, '/api/v1', { path: '/query', query: [['a[]', 'b c']] })?.href
    const tail = '/api/v1/query?a%5B%5D=b+c'
    expect(at('https://prom.example.com')).toBe(`https://prom.example.com${tail}`)
    expect(at(' https://example.com/prometheus/ ')).toBe(`https://example.com/prometheus${tail}`)
    expect(at('http://127.0.0.1:9090/api/v1')).toBe(`http://127.0.0.1:9090${tail}`)
    expect(at('https://example.com/?token=x#y')).toBe(`https://example.com${tail}`)
    for (const wrong of ['', 'prom.example.com', 'file:///etc/passwd', 'javascript:alert(1)']) {
      expect(at(wrong)).toBe(undefined)
    }
  })
})
