import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveRenderer } from '../../src/main/hosts/electron/protocol'
import { readRendererFiles } from '../../src/main/hosts/renderer-files'

const root = mkdtempSync(join(tmpdir(), 'quarterdeck-files-'))
const folder = join(root, 'renderer')
let get: (url: string, method?: string) => Promise<Response>

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'main-1.js'), 'go()')
  writeFileSync(join(folder, 'notes.txt'), 'not ours to serve')
  writeFileSync(join(root, 'secret.json'), '{}')
  let handler: (request: Request) => Promise<Response> = async () => new Response()
  const handle = (_scheme: string, given: typeof handler) => {
    handler = given
  }
  const session = { protocol: { handle, unhandle: () => undefined } } as unknown as Session
  const files = readRendererFiles(folder)
  if (!files.ok) throw new Error(files.fault.message)
  serveRenderer(session, files.value)
  get = (url, method = 'GET') => handler({ url, method } as Request)
})

afterAll(() => rmSync(root, { recursive: true }))

describe('app://quarterdeck', () => {
  it.each([
    ['app://quarterdeck/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://quarterdeck/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://quarterdeck/assets/main-1.js?v=2', 'text/javascript; charset=utf-8', 'go()'],
  ])('serves %s', async (url, type, text) => {
    const response = await get(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(await response.text()).toBe(text)
  })

  it.each([
    'app://quarterdeck/nothing.js',
    'app://quarterdeck/assets',
    'app://quarterdeck/assets/',
    'app://quarterdeck/notes.txt',
    'app://quarterdeck/../secret.json',
    'app://quarterdeck/%2e%2e/secret.json',
    'app://quarterdeck/..%2fsecret.json',
    'app://quarterdeck/assets/..%5c..%5csecret.json',
    'app://quarterdeck//index.html',
    'app://quarterdeck/index.html%00.js',
    'app://quarterdeck/INDEX.HTML',
    'app://quarterdeck/__proto__',
    'app://other/index.html',
    'app://quarterdeck.evil/index.html',
    'file:///etc/passwd',
  ])('has no %s', async url => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async method => {
    expect((await get('app://quarterdeck/', method)).status).toBe(404)
  })

  it.each(['app://quarterdeck/', 'app://quarterdeck/nothing'])('sends the policy and nosniff with %s', async url => {
    const { headers } = await get(url)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('serves what was there at its start, also after an update has taken its files away', async () => {
    rmSync(join(folder, 'assets', 'main-1.js'))
    expect(await (await get('app://quarterdeck/assets/main-1.js')).text()).toBe('go()')
  })
})
