import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXCHANGE_FOLDER, newExchangeFile } from '../../src/main/engine/bundles/exchange-folder'
import { echoBridge } from './support/echo-bridge'
import { COOKIE, seedSession, startedHost } from './support/web-fixture'

interface Answer {
  readonly status: number
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

async function opened() {
  const folder = seedSession()
  const host = await startedHost(echoBridge(), { folder })
  const address = `127.0.0.1:${host.port}`
  const ask = (method: string, path: string, headers: Readonly<Record<string, string>>, body?: Buffer) =>
    new Promise<Answer>((done, refuse) => {
      const asked = request(
        { host: '127.0.0.1', port: host.port, method, path, headers: { Host: address, ...headers } },
        response => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            done({ status: response.statusCode ?? 0, body: Buffer.concat(parts), headers: response.headers }),
          )
        },
      )
      asked.on('error', refuse)
      asked.end(body)
    })
  const ours = {
    Origin: `http://${address}`,
    Cookie: `quarterdeck-${host.port}=${COOKIE}`,
    'Content-Type': 'application/octet-stream',
  }
  return { folder, ask, ours, exchange: join(folder, EXCHANGE_FOLDER) }
}

describe('[BN1] the route of files', () => {
  it('streams a file to the disk under a name of its own, and gives it back as it is', async () => {
    const { folder, ask, ours, exchange } = await opened()
    const bytes = randomBytes(3_000_000)
    const brought = await ask('POST', '/files', { ...ours, 'Content-Length': String(bytes.length) }, bytes)
    expect(brought.status).toBe(200)
    const file = brought.body.toString()
    expect(readdirSync(exchange)).toEqual([file])
    expect(readFileSync(join(folder, EXCHANGE_FOLDER, file)).equals(bytes)).toBe(true)
    const { Cookie } = ours
    const fetched = await ask('GET', `/files/${file}/checkout-1.quarterdeck`, { Cookie })
    expect(fetched.headers['content-disposition']).toBe('attachment; filename="checkout-1.quarterdeck"')
    expect(fetched.body.equals(bytes)).toBe(true)
  })

  it('takes nothing from whoever is not signed in, from another site, without a length, or too large', async () => {
    const { ask, ours, exchange } = await opened()
    const bytes = Buffer.from('a file')
    const length = { 'Content-Length': String(bytes.length) }
    const { Origin, Cookie, ...rest } = ours
    const asked = [
      ask('POST', '/files', { ...rest, Origin, ...length }, bytes),
      ask('POST', '/files', { ...rest, Cookie, ...length }, bytes),
      ask('POST', '/files', { ...ours, Origin: 'http://evil.example', ...length }, bytes),
      ask('POST', '/files', { ...ours, 'Content-Type': 'text/plain', ...length }, bytes),
      ask('POST', '/files', { ...ours, 'Transfer-Encoding': 'chunked' }, bytes),
      ask('POST', '/', { ...ours, ...length }, bytes),
      ask('PUT', '/files', { ...ours, ...length }, bytes),
    ]
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([401, 403, 403, 415, 400, 405, 405])
    const large = await ask('POST', '/files', { ...ours, 'Content-Length': String(2 ** 30) }).catch(() => undefined)
    expect(large === undefined || large.status === 413).toBe(true)
    expect(existsSync(exchange)).toBe(false)
  })

  it('gives nothing but files of its own names', async () => {
    const { folder, ask, ours } = await opened()
    const { file, path } = newExchangeFile(folder, Date.now())
    writeFileSync(path, 'a file')
    const { Cookie } = ours
    const paths = [
      `/files/${file}/x.html`,
      `/files/${file}`,
      `/files/${file}/a/b.quarterdeck`,
      '/files/x/y.quarterdeck',
    ]
    for (const one of paths) expect((await ask('GET', one, { Cookie })).status).toBe(404)
    const gone = '/files/3f2b6c1e-0000-4000-8000-000000000000/y.quarterdeck'
    expect((await ask('GET', gone, { Cookie })).status).toBe(404)
  })

  it('keeps a few files, the newest', () => {
    const folder = seedSession()
    const now = Date.now()
    for (let count = 0; count < 12; count += 1) writeFileSync(newExchangeFile(folder, now).path, 'x')
    expect(readdirSync(join(folder, EXCHANGE_FOLDER)).length).toBeLessThanOrEqual(8)
  })
})
