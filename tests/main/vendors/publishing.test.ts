import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { sendJson } from '../../support/open-loopback'
import { deadOrigin, never, startLoopback } from '../http/loopback'
import { accountAt, connectionTo, hastyAccountAt, outgoing, TOKEN } from './accounts'

/** What a fault means for something that was being sent: the rule that keeps customers from being told twice. */
describe.each(['statuspage', 'slack'] as const)('publishing to %s', vendor => {
  it.each([
    [400, 'refused', false],
    [401, 'refused', false],
    [403, 'refused', false],
    [404, 'refused', false],
    [408, 'unknown', undefined],
    [420, 'refused', true],
    [422, 'refused', false],
    [429, 'refused', true],
    [500, 'unknown', undefined],
    [502, 'unknown', undefined],
    [503, 'unknown', undefined],
  ])('[VP1] after %i it is %s', async (status, outcome, again) => {
    const server = await startLoopback((_, response) => response.writeHead(status).end())
    const sent = await accountAt(vendor, server.origin).updates?.send(outgoing(vendor), never)
    expect(sent).toMatchObject(again === undefined ? { outcome } : { outcome, again })
    expect(server.seen).toHaveLength(1)
  })

  it('[VP2] is unknown after silence, a torn connection, half an answer and a redirect', async () => {
    const silent = await startLoopback(() => undefined)
    expect(await hastyAccountAt(vendor, silent.origin).updates?.send(outgoing(vendor), never)).toMatchObject({
      outcome: 'unknown',
      fault: { kind: 'timed-out' },
    })
    const torn = await startLoopback((_, response) => response.destroy())
    const half = await startLoopback((_, response) => response.end('{"id":"x'))
    const moved = await startLoopback((_, response) => response.writeHead(303, { Location: '/' }).end())
    for (const server of [torn, half, moved]) {
      const sent = await accountAt(vendor, server.origin).updates?.send(outgoing(vendor), never)
      expect(sent).toMatchObject({ outcome: 'unknown' })
      expect(server.seen).toHaveLength(1)
    }
  })

  it('[VP3] is refused, and worth another try, where nothing can have left', async () => {
    for (const base of [await deadOrigin(), 'https://no-such-host.invalid']) {
      const sent = await accountAt(vendor, base).updates?.send(outgoing(vendor), never)
      expect(sent).toMatchObject({ outcome: 'refused', again: true, fault: { kind: 'unreachable' } })
    }
  })

  it('[VP4] is refused for good by the guard of a drill, and not a byte leaves', async () => {
    const real = await startLoopback((_, response) => response.end())
    const guarded = guardHttp(createHttpClient(), new Set(['http://127.0.0.1:1']))
    const account = openAccount(connectionTo(vendor, real.origin), TOKEN, guarded)
    expect(await account.updates?.send(outgoing(vendor), never)).toMatchObject({
      outcome: 'refused',
      again: false,
      fault: { kind: 'drill-guard' },
    })
    expect(await account.updates?.verify(outgoing(vendor), never)).toMatchObject({ found: 'unknown' })
    expect(real.seen).toHaveLength(0)
  })

  it('[VP5] is refused for good without a token', async () => {
    const sent = await accountAt(vendor, 'http://127.0.0.1:1', null).updates?.send(outgoing(vendor), never)
    expect(sent).toMatchObject({ outcome: 'refused', again: false })
  })

  it('[VP6] has one channel, named as the connection', async () => {
    const target = vendor === 'slack' ? 'C1' : 'page1'
    const account = accountAt(vendor, 'http://127.0.0.1:1')
    expect(account.channels).toEqual([{ vendor, connection: `test-${vendor}`, target, label: `Test ${vendor}` }])
    const bare = { ...connectionTo(vendor, 'http://127.0.0.1:1'), pageId: undefined, channel: undefined }
    const without = openAccount(bare, TOKEN, createHttpClient())
    expect(without.channels).toEqual([])
    expect(without.updates).toBe(undefined)
  })

  it('[VP7] finds what delivered though the answer was lost', async () => {
    const messages: { readonly metadata: unknown }[] = []
    const server = await startLoopback((seen, response) => {
      if (seen.method === 'POST') {
        const body = JSON.parse(seen.body)
        messages.push({ metadata: body.metadata ?? body.incident.metadata })
        response.destroy()
        return
      }
      const kept = messages.map(message => ({ ...message, id: 'x1', ts: '1.5', name: 'n', status: 'investigating' }))
      sendJson(response, vendor === 'slack' ? { ok: true, messages: kept } : kept)
    })
    const { updates } = accountAt(vendor, server.origin)
    expect(await updates?.verify(outgoing(vendor), never)).toEqual({ found: 'absent' })
    expect(await updates?.send(outgoing(vendor), never)).toMatchObject({ outcome: 'unknown' })
    expect(await updates?.verify(outgoing(vendor), never)).toMatchObject({ found: 'delivered' })
    const other = { ...outgoing(vendor), update: 'upd-2' as never }
    expect(await updates?.verify(other, never)).toEqual({ found: 'absent' })
  })
})
