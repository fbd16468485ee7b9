import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { deadOrigin, never, startLoopback } from './loopback'

const client = createHttpClient({ timeout: 30_000, bodyLimit: 1_000 })

function get(url: string) {
  return { method: 'GET', url: new URL(url), headers: {} } as const
}

describe('the HTTP client', () => {
  it('[HQ1] answers any status with headers and text', async () => {
    const server = await startLoopback((_, response) => response.writeHead(418, { 'X-Kind': 'pot' }).end('tea – ☕'))
    const reply = await client.request(get(server.origin), never)
    expect(reply).toMatchObject({ ok: true, value: { status: 418, text: 'tea – ☕' } })
    expect(reply.ok && reply.value.headers.get('x-kind')).toBe('pot')
  })

  it('[HQ2] carries method, headers and body', async () => {
    const server = await startLoopback((_, response) => response.writeHead(204).end())
    const url = new URL(`${server.origin}/a?b=c`)
    const reply = await client.request(
      { method: 'PATCH', url, headers: { Authorization: 'T' }, body: '{"x":1}' },
      never,
    )
    expect(reply).toMatchObject({ ok: true, value: { status: 204, text: '' } })
    expect(server.seen).toMatchObject([{ method: 'PATCH', body: '{"x":1}', headers: { authorization: 'T' } }])
  })

  it('[HQ3] follows no redirect, and names the place without its query', async () => {
    const server = await startLoopback((_, response) =>
      response.writeHead(302, { Location: 'https://login.example.com/start?session=abc' }).end(),
    )
    const reply = await client.request(get(server.origin), never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreadable-answer' } })
    expect(!reply.ok && reply.fault.message).toContain('https://login.example.com/start,')
    expect(server.seen).toHaveLength(1)
  })

  it('[HQ4] gives up on silence after the time-out', async () => {
    const server = await startLoopback(() => undefined)
    const reply = await client.request({ ...get(server.origin), timeout: 60 }, never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'timed-out', after: 60 } })
    expect(!reply.ok && reply.fault.message).toBe(`${new URL(server.origin).host} did not respond within 60 ms`)
  })

  it('[HQ5] counts a body that never ends into the time-out', async () => {
    const server = await startLoopback((_, response) => response.writeHead(200).write('half'))
    const reply = await client.request({ ...get(server.origin), timeout: 60 }, never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'timed-out' } })
  })

  it('[HQ6] reads no more than the limit, packed or not', async () => {
    const long = 'x'.repeat(2_000)
    const server = await startLoopback((seen, response) => {
      if (seen.url.pathname === '/packed') response.setHeader('Content-Encoding', 'gzip').end(gzipSync(long))
      else if (seen.url.pathname === '/fits') response.end('x'.repeat(1_000))
      else response.end(long)
    })
    for (const path of ['/plain', '/packed']) {
      const reply = await client.request(get(server.origin + path), never)
      expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreadable-answer' } })
      expect(!reply.ok && reply.fault.message).toContain('larger than 1,000 bytes')
    }
    expect(await client.request(get(`${server.origin}/fits`), never)).toMatchObject({ ok: true })
  })

  it('[HQ7] says that nothing left where the connection was refused', async () => {
    const reply = await client.request(get(await deadOrigin()), never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreachable', nothingLeft: true } })
    expect(!reply.ok && reply.fault.message).toMatch(/^127\.0\.0\.1:\d+ refused the connection/)
  })

  it('[HQ8] says that nothing left where the name is unknown', async () => {
    const reply = await client.request(get('http://no-such-host.invalid/'), never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreachable', nothingLeft: true } })
    expect(!reply.ok && reply.fault.message).toContain('no-such-host.invalid')
  })

  it('[HQ9] leaves it open what happened where the connection broke off, and asks once only', async () => {
    const server = await startLoopback((seen, response) => {
      if (seen.url.pathname === '/good') response.end('fine')
      else if (seen.url.pathname === '/half')
        response.writeHead(200, { 'Content-Length': '50' }).write('half', () => response.destroy())
      else response.destroy()
    })
    // On a connection that is already open, where platforms like to try again by themselves.
    for (const path of ['/torn', '/half']) {
      await client.request(get(`${server.origin}/good`), never)
      const reply = await client.request(get(server.origin + path), never)
      expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreachable' } })
      expect(!reply.ok && reply.fault.nothingLeft).toBe(false)
      expect(server.seen.filter(one => one.url.pathname === path)).toHaveLength(1)
    }
  })

  it('[HQ13] never says that nothing left once an answer has begun', async () => {
    const server = await startLoopback((_, response) =>
      response.writeHead(201, { 'Content-Encoding': 'gzip' }).end('this is not gzip'),
    )
    const reply = await client.request({ ...get(server.origin), method: 'POST' }, never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreadable-answer' } })
    expect(!reply.ok && reply.fault.nothingLeft).not.toBe(true)
  })

  it('[HQ10] tells a port that does not speak TLS', async () => {
    const server = await startLoopback((_, response) => response.end())
    const reply = await client.request(get(server.origin.replace('http:', 'https:')), never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreachable', nothingLeft: true } })
    expect(!reply.ok && reply.fault.message).toContain('does not speak https')
  })

  it('[HQ11] stops when it is told to, before and while asking', async () => {
    const server = await startLoopback(() => stopping.abort())
    const stopping = new AbortController()
    const during = await client.request(get(server.origin), stopping.signal)
    expect(during).toMatchObject({ ok: false, fault: { kind: 'unreachable' } })
    const before = await client.request(get(server.origin), AbortSignal.abort())
    expect(before).toMatchObject({ ok: false, fault: { kind: 'unreachable', nothingLeft: true } })
    expect(server.seen).toHaveLength(1)
  })

  it('[HQ12] never quotes a header or an address that the platform refuses', async () => {
    const bad = {
      method: 'GET',
      url: new URL('http://127.0.0.1:9/'),
      headers: { Authorization: 'sekret-\u2026token' },
    } as const
    const named = get('http://user:sekret-token@127.0.0.1:9/')
    for (const request of [bad, named, { ...bad, headers: { Authorization: 'sekret-token\nX: y' } }]) {
      const reply = await client.request(request, never)
      expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreachable', nothingLeft: true } })
      expect(JSON.stringify(reply)).not.toContain('sekret')
    }
  })
})
