import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync, utimesSync } from 'node:fs'
import { createServer, get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Bridge } from '../../../src/main/engine/bridge'
import type { BrowserPrincipal } from '../../../src/main/hosts/web/browser-sessions'
import {
  announceServing,
  findServing,
  mintCode,
  newSecret,
  proofKeyOf,
  proofOf,
  signOutBrowsers,
} from '../../../src/main/hosts/web/entrance.mjs'
import { folderKey } from '../../../src/main/hosts/web/folder-key'
import type { WebHost, WebHostOptions } from '../../../src/main/hosts/web/host'
import { ok } from '../../../src/shared/lib/reply'
import { startedHost } from '../../hosts/support/web-fixture'
import { scratchFolder } from '../../support/folders'

const bridge: Bridge = { openSession: () => ({ call: async () => ok(null), close: () => undefined }) }

interface Served {
  readonly host: WebHost
  readonly folder: string
  /** Asks by the folder's own name unless told otherwise. */
  ask(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
}

interface Answer {
  readonly status: number | undefined
  readonly location: string | undefined
  readonly policy: string
  /** `name=value` of the cookie that came along. */
  readonly cookie: string | undefined
  readonly body: string
}

async function served(more: Partial<WebHostOptions> = {}, behind = bridge): Promise<Served> {
  const folder = more.folder ?? scratchFolder()
  const host = await startedHost(behind, { ...more, folder })
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const own = { Host: `${host.ownName}:${host.port}` }
    const asked = get({ host: '127.0.0.1', port: host.port, path, headers: { ...own, ...headers }, agent: false })
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part as Buffer)
    return {
      status: response.statusCode,
      location: response.headers.location,
      policy: String(response.headers['content-security-policy'] ?? ''),
      cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
      body: Buffer.concat(parts).toString(),
    }
  }
  return { host, folder, ask }
}

const codeOf = (link: string) => link.slice(-43)
const oldAddress = (host: WebHost) => ({ Host: `127.0.0.1:${host.port}` })

async function letIn({ host, ask }: Served, principal: BrowserPrincipal = 'host'): Promise<string> {
  const { cookie } = await ask(`/enter/${/enter\/([\w-]{43})/.exec(host.newLink(principal))?.[1]}`)
  if (cookie === undefined) throw new Error('The link gave no cookie')
  return cookie
}

describe('the link that lets a browser in', () => {
  it('works once', async () => {
    const { host, ask } = await served()
    const path = `/enter/${codeOf(host.newLink())}`
    const first = await ask(path)
    expect(first).toMatchObject({ status: 303, location: '/' })
    expect(await ask('/', { Cookie: first.cookie ?? '' })).toMatchObject({ status: 200 })
    expect(await ask(path)).toMatchObject({ status: 401, cookie: undefined })
  })

  it('works once for two who come at the same time', async () => {
    const { host, ask } = await served()
    const path = `/enter/${codeOf(host.newLink())}`
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(path)))
    expect(answers.map(answer => answer.status).sort()).toEqual([303, ...Array.from({ length: 7 }, () => 401)])
  })

  it.each([
    ['after a minute', -61_000],
    ['when it is dated later than now', 60_000],
  ])('is dead %s', async (_when, shift) => {
    const { host, folder, ask } = await served()
    const code = codeOf(host.newLink())
    const codes = join(folder, 'entry-codes')
    const dated = new Date(Date.now() + shift)
    for (const name of readdirSync(codes)) utimesSync(join(codes, name), dated, dated)
    expect(await ask(`/enter/${code}`)).toMatchObject({ status: 401, cookie: undefined })
    // Also when the clock is right again: it was spent by being shown.
    expect(await ask(`/enter/${code}`)).toMatchObject({ status: 401 })
  })

  it('says how to get another where it is dead', async () => {
    const { ask } = await served()
    for (const path of ['/', `/enter/${newSecret()}`, `/arrive/${newSecret()}`, '/enter/wrong']) {
      const { status, body } = await ask(path)
      expect({ path, status }).toEqual({ path, status: 401 })
      expect(body).toContain('Run the same start command again')
    }
  })

  it('leads from the old address to the folder’s own name, without a cookie on the way', async () => {
    const { host, ask } = await served()
    const crossing = await ask(`/enter/${codeOf(host.newLink())}`, oldAddress(host))
    expect(crossing).toMatchObject({ status: 200, cookie: undefined })
    expect(crossing.body).toContain(`data-home="http://${host.ownName}:${host.port}"`)
    expect(crossing.policy).toContain(`connect-src http://${host.ownName}:${host.port};`)
    const code = /data-code="([\w-]{43})"/.exec(crossing.body)?.[1]
    // A browser says that another site leads there; a strict cookie would not survive a redirect then.
    const arrival = await ask(`/arrive/${code}`, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })
    expect(arrival).toMatchObject({ status: 200, cookie: expect.stringContaining(`quarterdeck-${host.port}=`) })
    expect(await ask('/', { Cookie: arrival.cookie ?? '' })).toMatchObject({ status: 200 })
  })

  it('lets a browser in at the old address where it does not find that name', async () => {
    const { host, ask } = await served()
    const crossing = await ask(`/enter/${codeOf(host.newLink())}`, oldAddress(host))
    const code = /data-code="([\w-]{43})"/.exec(crossing.body)?.[1]
    const arrival = await ask(`/arrive/${code}`, oldAddress(host))
    expect(arrival).toMatchObject({ status: 303, location: '/' })
    expect(await ask('/', { ...oldAddress(host), Cookie: arrival.cookie ?? '' })).toMatchObject({ status: 200 })
  })
})

describe('what a copy of the data folder gives away', () => {
  it('is neither the code of a link nor a cookie, and all of it is the owner’s alone', async () => {
    const one = await served()
    const cookie = await letIn(one)
    const code = codeOf(one.host.newLink())
    const files = filesBelow(one.folder)
    expect(files.map(file => file.slice(one.folder.length + 1).split('/')[0])).toEqual(
      expect.arrayContaining(['session.key', 'sessions.json', 'serving.json', 'entry-codes']),
    )
    for (const file of files) {
      const text = `${file}\n${readFileSync(file, 'utf8')}`
      expect(text).not.toContain(code)
      expect(text).not.toContain(cookie.split('=')[1])
      expect({ file, mode: statSync(file).mode & 0o077 }).toEqual({ file, mode: 0 })
    }
    expect(await one.ask('/', { Cookie: `quarterdeck-${one.host.port}=${folderKey(one.folder)}` })).toMatchObject({
      status: 401,
    })
  })

  it('is a name of its own for each folder, the same after a restart', async () => {
    const [one, other] = [await served(), await served()]
    expect(one.host.ownName).toMatch(/^qd-[0-9a-f]{16}\.localhost$/)
    expect(other.host.ownName).not.toBe(one.host.ownName)
    await one.host.stop()
    expect((await served({ folder: one.folder })).host.ownName).toBe(one.host.ownName)
    expect(await other.ask('/', { Host: `${one.host.ownName}:${other.host.port}` })).toMatchObject({ status: 421 })
  })
})

describe('[DF11] a copy of a folder that is served', () => {
  const copyOf = (folder: string): string => {
    const copy = join(scratchFolder(), 'copy')
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
    return copy
  }

  it('is not taken for the one that runs', async () => {
    const one = await served()
    const copy = copyOf(one.folder)
    expect(existsSync(join(copy, 'serving.json'))).toBe(true)
    expect(await findServing(copy)).toBeNull()
    const other = await served({ folder: copy })
    expect(await findServing(copy)).toBe(other.host.port)
    expect(await findServing(one.folder)).toBe(one.host.port)
  })

  it('has a name of its own, and lets nobody in who was let into the original', async () => {
    const one = await served()
    const cookie = await letIn(one)
    const code = codeOf(one.host.newLink())
    const copy = copyOf(one.folder)
    const other = await served({ folder: copy })
    expect(other.host.ownName).not.toBe(one.host.ownName)
    const [, value] = cookie.split('=')
    expect(await other.ask('/', { Cookie: `quarterdeck-${other.host.port}=${value}` })).toMatchObject({ status: 401 })
    expect(await other.ask(`/enter/${code}`)).toMatchObject({ status: 401 })
    // The original has lost nothing by it, and the copy stays what it is.
    expect(await one.ask('/', { Cookie: cookie })).toMatchObject({ status: 200 })
    expect(folderKey(copy)).toBe(folderKey(copy))
  })

  it('is not what a folder is that was moved: its browsers stay let in', async () => {
    const one = await served()
    const [, value] = (await letIn(one)).split('=')
    const { ownName } = one.host
    await one.host.stop()
    const moved = join(scratchFolder(), 'moved')
    renameSync(one.folder, moved)
    const again = await served({ folder: moved })
    expect(again.host.ownName).toBe(ownName)
    expect(await again.ask('/', { Cookie: `quarterdeck-${again.host.port}=${value}` })).toMatchObject({ status: 200 })
  })
})

describe('signing out', () => {
  it('[DF12] ends an open line at its next call, which is not read', async () => {
    const called: string[] = []
    const counting: Bridge = {
      openSession: () => ({
        call: async (_, name) => {
          called.push(name)
          return ok(null)
        },
        close: () => undefined,
      }),
    }
    const one = await served({}, counting)
    const address = `${one.host.ownName}:${one.host.port}`
    const socket = new WebSocket(`ws://127.0.0.1:${one.host.port}/link`, {
      headers: { Host: address, Origin: `http://${address}`, Cookie: await letIn(one) },
    })
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    const say = (name: string) => socket.send(JSON.stringify({ id: randomUUID(), name, input: null }))
    say('before')
    await once(socket, 'message')
    const closed = once(socket, 'close')
    signOutBrowsers(one.folder)
    say('after')
    await closed
    expect(called).toEqual(['before'])
  })

  it('ends every browser’s session of a cockpit that runs, its open lines too', async () => {
    const one = await served()
    const cookie = await letIn(one)
    const address = `${one.host.ownName}:${one.host.port}`
    const socket = new WebSocket(`ws://127.0.0.1:${one.host.port}/link`, {
      headers: { Host: address, Origin: `http://${address}`, Cookie: cookie },
    })
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    const closed = once(socket, 'close')
    signOutBrowsers(one.folder)
    await closed
    expect(await one.ask('/', { Cookie: cookie })).toMatchObject({ status: 401 })
    expect(await one.ask('/', { Cookie: await letIn(one) })).toMatchObject({ status: 200 })
  })
})

describe('the engine behind an address', () => {
  it('proves that it holds the folder, to pages that were let in', async () => {
    const one = await served()
    const nonce = newSecret()
    const [session = '', proofKey = ''] = (await one.ask('/proof-key', { Cookie: await letIn(one) })).body.split(' ')
    expect(proofKey).toBe(proofKeyOf(folderKey(one.folder), session))
    expect((await one.ask(`/proof/${session}/${nonce}`)).body).toBe(proofOf(proofKey, nonce, one.host.port))
    expect(await one.ask('/proof-key')).toMatchObject({ status: 401 })
    for (const path of [`/proof/x/${nonce}`, `/proof//${nonce}`, `/proof/${session}/x/${nonce}`, `/proof/${session}/`])
      expect({ path, ...(await one.ask(path)) }).toMatchObject({ path, status: 404 })
  })

  it('[AX3] cannot be imitated with what a wallboard learns, neither to a cockpit nor to a second start', async () => {
    const one = await served()
    const learned = async (cookie: string) => (await one.ask('/proof-key', { Cookie: cookie })).body.split(' ')
    const [wall = '', wallKey = ''] = await learned(await letIn(one, 'watch'))
    const [cockpit = ''] = await learned(await letIn(one))
    const nonce = newSecret()
    const imitated = proofOf(wallKey, nonce, one.host.port)
    // A wallboard is shown who answers, and nobody else by the same words.
    expect((await one.ask(`/proof/${wall}/${nonce}`)).body).toBe(imitated)
    expect((await one.ask(`/proof/${cockpit}/${nonce}`)).body).not.toBe(imitated)
    expect((await one.ask(`/proof/${nonce}`)).body).not.toBe(imitated)

    await one.host.stop()
    const impostor = createServer(({ url = '' }, response) => {
      response.end(proofOf(wallKey, url.slice(-43), one.host.port))
    })
    impostor.listen(one.host.port, '127.0.0.1')
    await once(impostor, 'listening')
    onTestFinished(() => void impostor.close())
    announceServing(one.folder, one.host.port)
    expect(await findServing(one.folder)).toBeNull()
  })

  it('is found by a second start only while it runs, and only where it proves to be this folder’s', async () => {
    const one = await served()
    expect(await findServing(one.folder)).toBe(one.host.port)
    const other = await served()
    const stranger = scratchFolder()
    folderKey(stranger)
    expect(await findServing(stranger)).toBeNull()
    await one.host.stop()
    expect(existsSync(join(one.folder, 'serving.json'))).toBe(false)
    expect(await findServing(one.folder)).toBeNull()
    expect(await findServing(other.folder)).toBe(other.host.port)
  })

  it('takes a code that another process of the same person made', async () => {
    const one = await served()
    expect(await one.ask(`/enter/${mintCode(one.folder)}`)).toMatchObject({ status: 303 })
    expect(await one.ask(`/enter/${mintCode(scratchFolder())}`)).toMatchObject({ status: 401 })
  })
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}
