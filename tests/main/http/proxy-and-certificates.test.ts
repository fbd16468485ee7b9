import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Server } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { goesByProxy } from '../../../src/main/engine/http/agents'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { connectionTo, TOKEN } from '../vendors/accounts'
import { madeCertificates } from './certificates'
import { never, startLoopback } from './loopback'

async function listening(server: Server): Promise<number> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A vendor that speaks TLS with a certificate of an authority that nobody knows. */
async function secureVendor(answer: RequestListener) {
  const certificates = madeCertificates('vendor.test')
  const server = createTlsServer(certificates, answer)
  onTestFinished(() => server.closeAllConnections())
  return { ...certificates, port: await listening(server) }
}

/** A real proxy: CONNECT tunnels, and whole addresses in plain HTTP. Whatever the name, it goes to `port` of this machine. */
async function proxyTo(port: number, lets = true) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.end('through the proxy')
  })
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`)
    if (!lets) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const vendor = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      vendor.pipe(socket)
      socket.pipe(vendor)
    })
    vendor.on('error', () => socket.destroy())
    socket.on('error', () => vendor.destroy())
  })
  onTestFinished(() => server.closeAllConnections())
  return { seen, url: `http://127.0.0.1:${await listening(server)}` }
}

const get = (url: string, caFile?: string) => ({ method: 'GET', url: new URL(url), headers: {}, caFile }) as const

describe('certificates of a connection’s own', () => {
  it('[HQ14] are trusted for that connection and for no other', async () => {
    const vendor = await secureVendor((_, response) => response.end('in confidence'))
    const http = createHttpClient()
    const url = `https://127.0.0.1:${vendor.port}/`
    expect(await http.request(get(url), never)).toMatchObject({
      fault: { kind: 'unreachable', nothingLeft: true, message: expect.stringContaining('certificate') },
    })
    expect(await http.request(get(url, vendor.caFile), never)).toMatchObject({ value: { text: 'in confidence' } })
    expect(await http.request(get(url), never)).toMatchObject({ ok: false })
  })

  it('[HQ14] are named when they cannot be read', async () => {
    const reply = await createHttpClient().request(get('https://127.0.0.1:1/', '/nowhere/ca.pem'), never)
    expect(reply).toMatchObject({
      fault: { nothingLeft: true, message: expect.stringContaining('CA certificates file') },
    })
  })

  it('[HQ14] come from the connection’s settings', async () => {
    const vendor = await secureVendor((_, response) => response.end(JSON.stringify({ versionInfo: { version: '9' } })))
    const connection = connectionTo('alertmanager', `https://127.0.0.1:${vendor.port}`)
    const test = (caFile?: string) => openAccount({ ...connection, caFile }, TOKEN, createHttpClient()).probe(never)
    expect(await test()).toMatchObject({ good: false })
    expect(await test(vendor.caFile)).toMatchObject({ good: true })
  })

  it('[HQ14] change nothing of the limits: size, packing, time, redirects', async () => {
    const vendor = await secureVendor(({ url }, response) => {
      if (url === '/packed') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('small'))
      else if (url === '/bomb') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('x'.repeat(9_000)))
      else if (url === '/away') response.writeHead(302, { Location: 'https://elsewhere.test/?token=x' }).end()
      else response.write('begun')
    })
    const http = createHttpClient({ bodyLimit: 1_000, timeout: 400 })
    const ask = (path: string) => http.request(get(`https://127.0.0.1:${vendor.port}${path}`, vendor.caFile), never)
    expect(await ask('/packed')).toMatchObject({ value: { text: 'small' } })
    expect(await ask('/bomb')).toMatchObject({ fault: { message: expect.stringContaining('larger') } })
    expect(await ask('/away')).toMatchObject({ fault: { message: expect.not.stringContaining('token') } })
    expect(await ask('/hangs')).toMatchObject({ fault: { kind: 'timed-out' } })
  })
})

describe('a proxy of the environment', () => {
  it('[HQ15] carries TLS through a tunnel', async () => {
    const vendor = await secureVendor((_, response) => response.end('in confidence'))
    const proxy = await proxyTo(vendor.port)
    const http = createHttpClient({ proxyEnv: { HTTPS_PROXY: proxy.url } })
    const reply = await http.request(get('https://vendor.test/v1', vendor.caFile), never)
    expect(reply).toMatchObject({ value: { status: 200, text: 'in confidence' } })
    expect(proxy.seen).toEqual(['CONNECT vendor.test:443'])
  })

  it('[HQ15] carries plain HTTP', async () => {
    const proxy = await proxyTo(1)
    const http = createHttpClient({ proxyEnv: { http_proxy: proxy.url } })
    expect(await http.request(get('http://vendor.test/v1'), never)).toMatchObject({
      value: { text: 'through the proxy' },
    })
    expect(proxy.seen).toEqual(['GET http://vendor.test/v1'])
  })

  it('[HQ15] that refuses is named, and nothing left', async () => {
    const proxy = await proxyTo(1, false)
    const http = createHttpClient({ proxyEnv: { HTTPS_PROXY: proxy.url } })
    expect(await http.request(get('https://vendor.test/'), never)).toMatchObject({
      fault: { kind: 'unreachable', nothingLeft: true, message: expect.stringContaining('proxy') },
    })
  })

  it('[HQ15] is left out for this machine and for whatever NO_PROXY names', async () => {
    const proxy = await proxyTo(1)
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: 'internal.invalid' }
    const server = await startLoopback((_, response) => response.end('direct'))
    const http = createHttpClient({ proxyEnv: env })
    expect(await http.request(get(server.origin), never)).toMatchObject({ value: { text: 'direct' } })
    expect(await http.request(get('http://internal.invalid/'), never)).toMatchObject({ ok: false })
    expect(proxy.seen).toEqual([])
    for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '[::1]', 'a.localhost'])
      expect(goesByProxy(new URL(`http://${host}:9090/`), env)).toBe(false)
    expect(goesByProxy(new URL('https://10.0.0.1/'), env)).toBe(true)
    expect(goesByProxy(new URL('https://api.pagerduty.com/'), {})).toBe(false)
  })
})
