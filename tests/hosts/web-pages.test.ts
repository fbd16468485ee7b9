import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Bridge } from '../../src/main/engine/bridge'
import { checkWebHost, startWebHost } from '../../src/main/hosts/web/host'
import { ok } from '../../src/shared/lib/reply'
import { scratchFolder } from '../support/folders'
import { builtRenderer, COOKIE, seedSession, silentLogger, startedHost } from './support/web-fixture'

const bridge: Bridge = { openSession: () => ({ call: async () => ok(null), close: () => undefined }) }

async function get(port: number, path: string, headers: Record<string, string> = {}) {
  return fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' })
}

const cookie = (port: number) => ({ Cookie: `quarterdeck-${port}=${COOKIE}` })

describe('the pages of the web host', () => {
  it('says which link to open where there is no session', async () => {
    const host = await startedHost(bridge)
    for (const path of ['/', '/assets/index-AbCd_123.js', '/nothing', '/link', '/proof-key']) {
      const answer = await get(host.port, path)
      expect(answer.status).toBe(401)
      expect(await answer.text()).toContain('Run the same start command again')
    }
  })

  it('keeps the page to itself by its headers', async () => {
    const host = await startedHost(bridge)
    const { headers } = await get(host.port, '/', cookie(host.port))
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        `font-src 'self'; connect-src 'self' ws://127.0.0.1:${host.port}; worker-src 'self'; base-uri 'none'; ` +
        "form-action 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('lets a browser keep only what changes its name with its content', async () => {
    const host = await startedHost(bridge)
    const caching = async (path: string) => (await get(host.port, path, cookie(host.port))).headers.get('cache-control')
    expect(await caching('/assets/index-AbCd_123.js')).toBe('private, max-age=31536000, immutable')
    expect(await caching('/assets/plain.css')).toBe('no-store')
    expect(await caching('/')).toBe('no-store')
  })

  it('serves no file of a kind that it does not know', async () => {
    const host = await startedHost(bridge)
    expect((await get(host.port, '/assets/index-AbCd_123.js.map', cookie(host.port))).status).toBe(404)
  })

  it('says in one line that a port is in use', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const started = await startWebHost({
      bridge,
      port,
      files: builtRenderer(),
      folder: seedSession(),
      logger: silentLogger,
    })
    const message = `Port ${port} is already in use: choose another with --port, or --port 0 for a free one.`
    expect(started).toEqual({ ok: false, fault: { message } })
    expect(await checkWebHost({ port, files: builtRenderer() })).toEqual({ ok: false, fault: { message } })
  })

  it('leaves the port free when it only checks', async () => {
    const host = await startedHost(bridge)
    await host.stop()
    expect(await checkWebHost({ port: host.port, files: builtRenderer() })).toEqual({ ok: true, value: null })
    await startedHost(bridge, { port: host.port })
  })

  it('says in one line that the renderer is not built', async () => {
    const files = scratchFolder()
    const started = await startWebHost({ bridge, port: 0, files, folder: seedSession(), logger: silentLogger })
    expect(started).toMatchObject({ ok: false, fault: { message: expect.stringContaining('npm run build') } })
  })

  it('frees its port when it stops, whoever is still connected', async () => {
    const host = await startedHost(bridge)
    await get(host.port, '/', cookie(host.port))
    await host.stop()
    await expect(get(host.port, '/')).rejects.toThrow()
  })
})
