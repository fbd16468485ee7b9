import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { conditionalHttp } from '../../../src/main/engine/http/conditional'
import { meterHttp, readBudget } from '../../../src/main/engine/http/meter'
import type { HttpClient } from '../../../src/main/engine/http/types'
import { never, startLoopback } from './loopback'

const get = (http: HttpClient, origin: string, path = '/') =>
  http.request({ method: 'GET', url: new URL(path, origin), headers: {} }, never)

describe('conditional requests', () => {
  it('ask only for what is new, and take a 304 for the answer that it confirms', async () => {
    let text = 'one'
    const server = await startLoopback(({ headers }, response) => {
      const tag = `"${text}"`
      const same = headers['if-none-match'] === tag
      response.writeHead(same ? 304 : 200, { ETag: tag, 'RateLimit-Remaining': same ? '7' : '8' })
      response.end(same ? undefined : text)
    })
    const http = conditionalHttp(createHttpClient())
    const read = async () => {
      const reply = await get(http, server.origin)
      return reply.ok ? [reply.value.status, reply.value.text, reply.value.headers.get('ratelimit-remaining')] : reply
    }
    expect(await read()).toEqual([200, 'one', '8'])
    expect(await read()).toEqual([200, 'one', '7'])
    text = 'two'
    expect(await read()).toEqual([200, 'two', '8'])
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', '"one"'])
  })

  it('ask by date where there is no tag, and never for what must not be kept', async () => {
    const changed = 'Wed, 21 Oct 2026 07:28:00 GMT'
    const server = await startLoopback(({ url }, response) => {
      const store = url.pathname === '/secret' ? { 'Cache-Control': 'no-store' } : {}
      response.writeHead(200, { 'Last-Modified': changed, ...store }).end('text')
    })
    const http = conditionalHttp(createHttpClient())
    for (const path of ['/', '/', '/secret', '/secret']) await get(http, server.origin, path)
    expect(server.seen.map(({ headers }) => headers['if-modified-since'])).toEqual([
      undefined,
      changed,
      undefined,
      undefined,
    ])
  })

  it('forget the answer used longest ago when there are too many', async () => {
    const server = await startLoopback((_, response) => response.writeHead(200, { ETag: '"x"' }).end('12345'))
    const http = conditionalHttp(createHttpClient(), 10)
    for (const path of ['/1', '/2', '/3', '/1', '/3']) await get(http, server.origin, path)
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '"x"',
    ])
  })

  it('leave a 304 that nobody asked for as it is', async () => {
    const server = await startLoopback((_, response) => response.writeHead(304).end())
    expect(await get(conditionalHttp(createHttpClient()), server.origin)).toMatchObject({ value: { status: 304 } })
  })
})

describe('the meter', () => {
  it('counts requests and reads what the newest answer allows', async () => {
    const server = await startLoopback(({ url }, response) => {
      const told = { 'ratelimit-limit': '960', 'ratelimit-remaining': '955', 'ratelimit-reset': '42' }
      response.writeHead(200, url.pathname === '/told' ? told : {}).end()
    })
    const meter = meterHttp(createHttpClient())
    await get(meter.http, server.origin, '/told')
    expect(meter.budget()).toEqual({ limit: 960, remaining: 955, resetsIn: 42_000 })
    await get(meter.http, server.origin)
    expect([meter.asked(), meter.budget()]).toEqual([2, null])
  })

  it('reads an instant of reset by the vendor’s own clock, and believes no nonsense', () => {
    const budget = (fields: Readonly<Record<string, string>>) => readBudget(new Headers(fields))
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT'
    const reset = String(Date.parse(date) / 1000 + 30)
    const named = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': reset }
    expect(budget({ ...named, date })).toEqual({ limit: 60, remaining: 1, resetsIn: 30_000 })
    expect(budget(named)).toBeNull()
    expect(budget({ 'ratelimit-limit': '0', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' })).toBeNull()
    expect(budget({ 'ratelimit-limit': '10', 'ratelimit-remaining': '-1', 'ratelimit-reset': '1' })).toBeNull()
    expect(budget({ 'ratelimit-limit': '10', 'ratelimit-remaining': '3', 'ratelimit-reset': 'soon' })).toBeNull()
  })
})
