import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { realTimeClock } from '../../src/main/engine/clock/clock'
import { openTemplates } from '../../src/main/engine/comms/templates'
import { startEngine } from '../../src/main/engine/engine'
import { createHttpClient } from '../../src/main/engine/http/client'
import { openServices } from '../../src/main/engine/services/services'
import { openStore } from '../../src/main/engine/storage/store'
import { openLogger } from '../../src/main/hosts/logger'
import { openSecrets } from '../../src/main/hosts/web/secrets'
import { openSettings } from '../../src/main/hosts/web/settings'
import { openSocketLink } from '../../src/renderer/link/socket-link'
import type { CallName, Input } from '../../src/shared/contract/calls'
import { secretAddressVendors, vendors } from '../../src/shared/contract/vendors'
import { type ConnectionId, type EntryId, type HandoffId, type IncidentId, newId } from '../../src/shared/domain/ids'
import { ok } from '../../src/shared/lib/reply'
import { COOKIE, lineSocketTo, startedHost } from '../hosts/support/web-fixture'
import { scratchFolder } from '../support/folders'
import { startMailServer } from '../support/mail-server'
import { shippedLint } from '../support/shipped-lint'
import { shippedMethod } from '../support/shipped-method'
import { workerSource } from '../support/worker-source'

const planted = (vendor: string) => `planted-${vendor}-t0ken:9f8e7d6c`
const forms = [...vendors, 'key'].flatMap(vendor => [planted(vendor), Buffer.from(planted(vendor)).toString('base64')])

/** Repeats what it was sent, as debug pages and proxies do: in error texts, in an HTML page, in the words of a 200. */
async function echoingVendor(): Promise<string> {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    const said = `refused ${request.headers.authorization ?? request.url}`
    const status = [401, 500, 200, 403, 429, 502, 400][asked % 7] ?? 500
    const page = asked % 7 === 5
    const body = {
      ok: false,
      error: { message: said, errors: [said] },
      message: said,
      status: 'error',
      errorType: said,
    }
    response.writeHead(status, { 'Content-Type': page ? 'text/html' : 'application/json', 'X-Echo': said })
    response.end(page ? `<html><title>${said}</title>` : JSON.stringify(body))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The browser host with everything real but the vendors, and all that it ever sends to a screen. */
async function runningHost() {
  const folder = scratchFolder()
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const logger = openLogger(join(folder, 'quarterdeck.log'))
  const engine = startEngine({
    ...{ store: store.value, folder, version: '0.0.0', world: { kind: 'real' } },
    ports: {
      ...{ clock: realTimeClock(), logger, notify: () => undefined, random: Math.random, defaultName: 'Dana' },
      ...{ settings: openSettings(folder), secrets: openSecrets(folder, {}), worker: workerSource },
    },
    http: createHttpClient({ timeout: 2_000 }),
    templates: openTemplates({ shipped: join(import.meta.dirname, '../../resources/templates') }),
    services: openServices(join(folder, 'services.yaml'), logger),
    method: shippedMethod(),
    lint: shippedLint(),
    modeCalls: { 'world:enter-drill': () => ok(null), 'world:leave-drill': () => ok(null) },
  })
  const host = await startedHost(engine, { logger })
  const frames: string[] = []
  const connect = lineSocketTo(host, socket => socket.on('message', data => void frames.push(String(data))))
  const link = openSocketLink(`ws://127.0.0.1:${host.port}/link`, { connect })
  onTestFinished(() => link.close())
  return { folder, frames, link, engine, origin: `http://127.0.0.1:${host.port}` }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
}

it('[TK1] a token is in the vault, and nowhere else', { timeout: 240_000 }, async () => {
  const { folder, frames, link, engine, origin } = await runningHost()
  const vendor = await echoingVendor()
  // Repeats the password when it refuses it.
  const mail = await startMailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
  const incident = newId<IncidentId>()
  const handoff = newId<HandoffId>()
  const call = <Name extends CallName>(name: Name, input: Input<Name>) => link.call(name, input)
  await call('session:hello', { name: 'Dana', screen: 'test' })
  for (const name of vendors) {
    const id = `planted-${name}` as ConnectionId
    const baseUrl = name === 'email' ? `smtp://127.0.0.1:${mail.port}` : vendor
    const mailFields = { user: 'u', sender: 'a@example.com', recipients: 'b@example.com' }
    const fields = { pageId: 'p', channel: 'C1', from: 'a@example.com', ...mailFields }
    const connection = { id, vendor: name, name, baseUrl, ...fields }
    // Of some the address is the secret.
    const token = secretAddressVendors.includes(name) ? `${vendor}/hook/${planted(name)}` : planted(name)
    const input = { connection, token, key: planted('key') }
    await call('connections:save', input)
    for (let turn = 0; turn < 7; turn += 1) expect(await call('connections:test', input)).toMatchObject({ ok: true })
    await call('pages:templates', { connection: id })
    await call('pages:directory', { connection: id })
    await call('people:find', { connection: id, words: 'dana' })
  }
  for (let turn = 0; turn < 7; turn += 1) {
    await call('people:on-call', {})
    await call('feeds:refresh', {})
    // The feeds' floor between two questions: sooner a refresh asks nothing.
    await new Promise(done => setTimeout(done, 300))
  }
  await call('connections:list', {})
  await call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: 'all' })
  await call('log:follow', { incident, after: 0 })
  const entry = {
    incident,
    entry: newId<EntryId>(),
    kind: 'note',
    text: 'Looked',
    occurredAt: null,
    pinned: false,
  } as const
  await call('timeline:append', entry)
  await call('handoff:write', { incident, handoff })
  for (const format of ['markdown', 'html'] as const) {
    await call('handoff:read', { incident, handoff, format })
    await call('handoff:save', { incident, handoff, format })
  }
  const answers = await Promise.all(
    ['/', `/enter/${COOKIE}`, '/config.json', '/secrets.json', '/quarterdeck.log'].map(async path => {
      const answer = await fetch(origin + path, { redirect: 'manual' })
      return `${JSON.stringify([...answer.headers])}${await answer.text()}`
    }),
  )
  const said = frames.join('\n')
  expect(said).toContain('refused')
  expect(said).toContain('•••')
  const closedLater = filesBelow(folder).map(path => [path, readFileSync(path, 'latin1')] as const)
  await engine.stop()
  const files = [...closedLater, ...filesBelow(folder).map(path => [path, readFileSync(path, 'latin1')] as const)]
  expect(files.map(([path]) => path).join(' ')).toMatch(/quarterdeck\.log.*|config\.json/)
  for (const form of forms) {
    expect(said.includes(form), `${form} in a frame`).toBe(false)
    expect(
      answers.some(answer => answer.includes(form)),
      `${form} in an HTTP answer`,
    ).toBe(false)
    const holders = files.filter(([path, text]) => !path.endsWith('secrets.json') && text.includes(form))
    expect(holders.map(([path]) => path)).toEqual([])
  }
  expect(mail.logins).toContain(`u:${planted('email')}`)
  const vault = readFileSync(join(folder, 'secrets.json'), 'utf8')
  for (const name of [...vendors, 'key']) expect(vault).toContain(planted(name))
})
