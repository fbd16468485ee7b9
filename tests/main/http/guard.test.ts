import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import { redactHttp } from '../../../src/main/engine/http/redact'
import { never, startLoopback } from './loopback'

function post(url: string) {
  return { method: 'POST', url: new URL(url), headers: {}, body: '{}' } as const
}

describe('the guard of a drill', () => {
  it('[HO1] lets the drill reach its own stand-ins, and nothing else: not a byte leaves', async () => {
    const own = await startLoopback((_, response) => response.end('own'))
    const other = await startLoopback((_, response) => response.end('real customers'))
    const guarded = guardHttp(createHttpClient(), new Set([own.origin]))
    expect(await guarded.request(post(`${own.origin}/x`), never)).toMatchObject({ ok: true })
    const refused = await guarded.request(post(`${other.origin}/x`), never)
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'drill-guard', nothingLeft: true } })
    expect(other.seen).toHaveLength(0)
  })

  it('[HO2] is not fooled by a name, a port, a scheme or a user name that looks alike', async () => {
    const own = await startLoopback((_, response) => response.end('own'))
    const { port } = new URL(own.origin)
    const guarded = guardHttp(createHttpClient(), new Set([own.origin]))
    const alike = [
      `http://localhost:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}1/`.replace(/\d{6,}/, '1'),
      `http://127.0.0.1:${port}@example.com/`,
      `http://127.0.0.1.example.com:${port}/`,
      'https://api.statuspage.io/v1/pages',
      `smtp://127.0.0.1:${port}`,
    ]
    for (const url of alike) {
      expect(await guarded.request(post(url), never)).toMatchObject({ fault: { kind: 'drill-guard' } })
    }
    expect(own.seen).toHaveLength(0)
  })

  it('[HO1] answers for what is no HTTP too', () => {
    const { refuses } = guardHttp(createHttpClient(), new Set(['smtp://127.0.0.1:25', 'http://127.0.0.1:80']))
    const asked = (address: string) => refuses?.(new URL(address)) ?? null
    expect(asked('smtp://127.0.0.1:25')).toBe(null)
    for (const address of [
      'smtp://127.0.0.1:26',
      'smtps://127.0.0.1:25',
      'smtp://127.0.0.1:80',
      'smtp://mail.example',
    ]) {
      expect(asked(address)).toMatchObject({ kind: 'drill-guard', nothingLeft: true })
    }
  })
})

describe('redaction', () => {
  it('[HR1] blacks a token out of answers and faults, and leaves short words alone', async () => {
    const server = await startLoopback((seen, response) => response.end(`you sent ${seen.headers.authorization}, abc`))
    const http = redactHttp(
      createHttpClient(),
      ['sekret-token', 'abc', ''].map(text => ({ text, open: 0 })),
    )
    const url = new URL(server.origin)
    const reply = await http.request({ method: 'GET', url, headers: { Authorization: 'Bearer sekret-token' } }, never)
    expect(reply.ok && reply.value.text).toBe('you sent Bearer •••, abc')
    const values = {
      host: 'sekret-token.example',
      port: 443,
      reason: { code: 'said-words', values: { words: 'sent sekret-token' } },
    } as const
    const fault = { kind: 'unreachable', code: 'host-failed', values, message: 'no way with sekret-token' } as const
    const failing = redactHttp({ request: async () => ({ ok: false, fault }) }, [{ text: 'sekret-token', open: 0 }])
    expect(await failing.request({ method: 'GET', url, headers: {} }, never)).toEqual({
      ok: false,
      fault: {
        ...{ kind: 'unreachable', code: 'host-failed', message: 'no way with •••' },
        values: { host: '•••.example', port: 443, reason: { code: 'said-words', values: { words: 'sent •••' } } },
      },
    })
  })
})
