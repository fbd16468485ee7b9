import { createHmac } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { secretParts } from '../../../src/main/engine/vendors/secret-address'
import { openWebhook } from '../../../src/main/engine/vendors/webhook/client'
import { signatureHeaders } from '../../../src/main/engine/vendors/webhook/signature'
import type { Connection } from '../../../src/shared/contract/connections'
import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { hostileTexts } from '../../support/hostile-texts'
import { type Seen, sendJson } from '../../support/open-loopback'
import { deadOrigin, never, startLoopback } from '../http/loopback'

const connection: Connection = {
  ...{ id: 'hook' as ConnectionId, vendor: 'webhook', name: 'Pager of the shop', baseUrl: 'https://webhook.invalid' },
}
const KEY = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const PATH = '/hooks/3f9a71c0de55?team=ops'

function update(change: Partial<UpdateContent> = {}): OutgoingUpdate {
  return {
    ...{ incident: 'inc-1' as IncidentId, update: 'upd-1' as UpdateId, externalId: null },
    content: {
      ...{ stage: 'progress', title: 'Payments fail', body: 'Some payments fail.', status: 'identified' },
      channel: { vendor: 'webhook', connection: connection.id, target: 'webhook', label: connection.name },
      ...{ components: {}, notify: false, nextUpdateAt: 1_785_542_400_000 },
      ...change,
    },
  }
}

function accountTo(origin: string, key: string | null = KEY) {
  return openAccount(connection, `${origin}${PATH}`, createHttpClient({ timeout: 5_000 }), key)
}

const sendTo = (origin: string, key: string | null = KEY) => accountTo(origin, key).updates?.send(update(), never)

/** As a receiver checks it, by the standard alone. */
function isSigned({ headers, body }: Seen, key: Buffer): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

const packed = (key: string) => Buffer.from(key.replace('whsec_', ''), 'base64')

describe('a signed webhook', () => {
  it('[WE1] [WE4] [WE5] posts the whole update once, signed, with one id for every attempt', async () => {
    const server = await startLoopback((_, response) => response.writeHead(204).end())
    let now = 1_785_542_400_999
    const http = createHttpClient()
    const account = openWebhook(connection, { address: `${server.origin}${PATH}`, key: KEY }, http, () => now)
    expect(await account.updates?.send(update(), never)).toEqual({
      outcome: 'delivered',
      delivered: { externalId: 'upd-1', url: null },
    })
    now += 90_000
    await account.updates?.send(update(), never)
    const [first, second] = server.seen
    expect(`${first?.method} ${first?.url.pathname}${first?.url.search}`).toBe(`POST ${PATH}`)
    expect(first?.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(first?.body ?? '')).toEqual({
      ...{ version: 1, id: 'upd-1', type: 'update', incident: 'inc-1', readers: 'colleagues' },
      update: {
        ...{ stage: 'progress', status: 'identified', title: 'Payments fail', body: 'Some payments fail.' },
        nextUpdateAt: '2026-08-01T00:00:00.000Z',
      },
    })
    for (const seen of server.seen) expect(isSigned(seen, packed(KEY))).toBe(true)
    expect(first?.headers['webhook-timestamp']).toBe('1785542400')
    expect(second?.headers['webhook-timestamp']).toBe('1785542490')
    expect(second?.body).toBe(first?.body)
    expect([first, second].map(seen => seen?.headers['idempotency-key'])).toEqual(['upd-1', 'upd-1'])
  })

  it('[WE4] is signed as the example of the standard is', () => {
    const post = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', key: KEY }
    expect(signatureHeaders(post, 1_614_265_330_000)).toEqual({
      'webhook-id': post.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      'Idempotency-Key': post.id,
    })
  })

  it('[WE4] takes any text as a key', async () => {
    const server = await startLoopback((_, response) => response.end())
    await sendTo(server.origin, 'a long random text, schön')
    const [seen] = server.seen
    expect(seen && isSigned(seen, Buffer.from('a long random text, schön'))).toBe(true)
    expect(seen && isSigned({ ...seen, body: `${seen.body} ` }, Buffer.from('a long random text, schön'))).toBe(false)
  })

  it('[WE5] carries any text unchanged, and no text of it becomes another field or header', async () => {
    const server = await startLoopback((_, response) => response.end())
    const texts = [
      ...Object.values(hostileTexts),
      '=1+1',
      '<!channel> @everyone *bold*',
      '", "type": "ping',
      'a\r\nX-Evil: 1',
      '👩‍👩‍👧‍👦',
      'שלום',
    ]
    for (const text of texts) await accountTo(server.origin).updates?.send(update({ title: text, body: text }), never)
    for (const [at, text] of texts.entries()) {
      const seen = server.seen[at]
      const body = JSON.parse(seen?.body ?? '')
      expect(body).toMatchObject({ type: 'update', update: { title: text.toWellFormed(), body: text.toWellFormed() } })
      expect(seen?.headers['x-evil']).toBe(undefined)
      expect(seen && isSigned(seen, packed(KEY))).toBe(true)
    }
  })

  it.each([
    [
      { id: 'T-1', url: 'https://status.example/T-1' },
      { externalId: 'T-1', url: 'https://status.example/T-1' },
    ],
    [
      { id: 7, url: 'javascript:alert(1)' },
      { externalId: 'upd-1', url: null },
    ],
    [[], { externalId: 'upd-1', url: null }],
    [null, { externalId: 'upd-1', url: null }],
  ])('[WE6] an answer of %j says where it can be read', async (said, delivered) => {
    const server = await startLoopback((_, response) => sendJson(response, said))
    expect(await sendTo(server.origin)).toEqual({ outcome: 'delivered', delivered })
  })

  it.each([
    [400, 'refused', false],
    [401, 'refused', false],
    [403, 'refused', false],
    [404, 'refused', false],
    [408, 'unknown', undefined],
    [409, 'refused', false],
    [410, 'refused', false],
    [413, 'refused', false],
    [429, 'refused', true],
    [500, 'unknown', undefined],
    [502, 'unknown', undefined],
    [504, 'unknown', undefined],
  ])('[WE1] after %i it is %s', async (status, outcome, again) => {
    const server = await startLoopback((_, response) => sendJson(response, { message: 'busy' }, status))
    const sent = await sendTo(server.origin)
    expect(sent).toMatchObject(again === undefined ? { outcome } : { outcome, again })
    expect(sent?.outcome !== 'delivered' && sent?.fault.message).toMatch(new RegExp(`^HTTP ${status}: .*: busy$`))
    expect(server.seen).toHaveLength(1)
  })

  it.each<[string, (response: ServerResponse) => void]>([
    ['a torn connection', response => response.destroy()],
    [
      'half an answer',
      response => response.writeHead(200, { 'Content-Length': '9' }).write('half', () => response.destroy()),
    ],
    ['a redirect', response => response.writeHead(307, { Location: '/elsewhere' }).end()],
  ])('[WE3] after %s nobody knows, and nobody can be asked', async (_, answer) => {
    const server = await startLoopback((_, response) => answer(response))
    const account = accountTo(server.origin)
    expect(await account.updates?.send(update(), never)).toMatchObject({ outcome: 'unknown' })
    expect(await account.updates?.verify(update(), never)).toMatchObject({ found: 'unknown', forGood: true })
    const known = { externalId: 'upd-1', alike: 0 }
    expect(await account.updates?.findCopies(update(), known, never)).toEqual({ look: 'never' })
    expect(server.seen).toHaveLength(1)
  })

  it('[WE3] after silence nobody knows', async () => {
    const server = await startLoopback(() => undefined)
    const account = openAccount(connection, `${server.origin}${PATH}`, createHttpClient({ timeout: 80 }), KEY)
    expect(await account.updates?.send(update(), never)).toMatchObject({
      outcome: 'unknown',
      fault: { kind: 'timed-out' },
    })
  })

  it('[WE1] is refused, and worth another try, where nothing can have left', async () => {
    expect(await sendTo(await deadOrigin())).toMatchObject({ outcome: 'refused', again: true })
  })

  it('[WE1] nothing leaves without an address, a key, or past the guard of a drill', async () => {
    const real = await startLoopback((_, response) => response.end())
    const guarded = guardHttp(createHttpClient(), new Set(['http://127.0.0.1:1']))
    const asked = [
      openAccount(connection, null, createHttpClient(), KEY),
      openAccount(connection, 'not an address', createHttpClient(), KEY),
      openAccount(connection, `${real.origin}${PATH}`, createHttpClient(), null),
      openAccount(connection, `${real.origin}${PATH}`, guarded, KEY),
    ]
    for (const account of asked) {
      expect(await account.updates?.send(update(), never)).toMatchObject({ outcome: 'refused', again: false })
    }
    expect(real.seen).toHaveLength(0)
  })

  it('[WE2] neither the address nor the key is shown, whatever the receiver repeats', async () => {
    const server = await startLoopback((seen, response) =>
      sendJson(response, { message: `no ${seen.url.pathname} ${encodeURIComponent(KEY)} ${KEY}` }, 400),
    )
    const sent = await sendTo(server.origin)
    expect(JSON.stringify(sent)).not.toMatch(/3f9a71c0de55|MfKQ9r8GKY/)
    const moved = await startLoopback((seen, response) =>
      response.writeHead(308, { Location: `${seen.url.pathname}/` }).end(),
    )
    expect(JSON.stringify(await sendTo(moved.origin))).not.toContain('3f9a71c0de55')
  })

  it('[WE2] of an address what was made is secret; of one without such a part all that follows the host', () => {
    const texts = (address: string) => secretParts(address).map(({ text }) => text)
    expect(texts('https://hooks.example/services/T00AB12CD/b%2Dsecret-77?sig=Ab1Cd2Ef3&v=1')).toEqual([
      ...['T00AB12CD', 'b%2Dsecret-77', 'b-secret-77', 'Ab1Cd2Ef3'],
    ])
    expect(texts('https://hooks.example/in?x=1')).toEqual(['/in?x=1'])
    expect(texts('nonsense')).toEqual(['nonsense'])
  })

  it('[WE6] its test is a signed ping that carries no update', async () => {
    const server = await startLoopback((_, response) => response.writeHead(202).end())
    expect(await accountTo(server.origin).probe(never)).toMatchObject({ good: true, code: 'reached-webhook' })
    const [seen] = server.seen
    expect(JSON.parse(seen?.body ?? '')).toEqual({ version: 1, id: seen?.headers['webhook-id'], type: 'ping' })
    expect(seen && isSigned(seen, packed(KEY))).toBe(true)
    const closed = await startLoopback((_, response) => response.writeHead(401).end())
    expect(await accountTo(closed.origin).probe(never)).toMatchObject({ good: false, refused: true })
    expect(await accountTo(closed.origin, null).probe(never)).toMatchObject({ good: false, code: 'key-missing' })
  })

  it('[WE7] has one channel, named as the connection, and read by whom the connection says', () => {
    const open = (readers?: 'customers') =>
      openAccount({ ...connection, ...(readers && { readers }) }, 'https://a.example/b', createHttpClient(), KEY)
        .channels
    const channel = { vendor: 'webhook', connection: 'hook', target: 'webhook', label: 'Pager of the shop' }
    expect(open()).toEqual([channel])
    expect(open('customers')).toEqual([{ ...channel, readers: 'customers' }])
  })
})
