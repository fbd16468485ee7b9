import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Connection } from '../../../src/shared/contract/connections'
import { inEnglish } from '../../support/in-english'
import { type Loopback, type Seen, sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { connectionTo, TOKEN } from './accounts'

const since = 1_785_542_400_000
const at = (seconds: number) => `${since / 1_000 + seconds}.000100`
const message = (seconds: number, rest: object) => ({ type: 'message', ts: at(seconds), ...rest })

interface Room {
  said: object[]
  pinned: object[]
  users: Record<string, object | string>
}

function emptyRoom(): Room {
  return { said: [], pinned: [], users: {} }
}

/** Slack as one channel sees it; a user that is a text is that error. */
function answer({ said, pinned, users }: Room, { url }: Seen): object {
  switch (url.pathname) {
    case '/api/auth.test':
      return { ok: true, team: 'T', user: 'quarterdeck', user_id: 'UOURS', bot_id: 'BOURS' }
    case '/api/conversations.history':
      return { ok: true, messages: said, response_metadata: { next_cursor: '' } }
    case '/api/pins.list':
      return { ok: true, items: pinned.map(one => ({ type: 'message', message: one })) }
    default: {
      const user = users[url.searchParams.get('user') ?? ''] ?? 'user_not_found'
      return typeof user === 'string' ? { ok: false, error: user } : { ok: true, user }
    }
  }
}

async function open(room: Room, change: Partial<Connection> = {}) {
  const server = await startLoopback((seen, response) => sendJson(response, answer(room, seen)))
  return { server, ...reading(server, change) }
}

function reading(server: Loopback, change: Partial<Connection>) {
  const connection = { ...connectionTo('slack', server.origin), warRoom: 'CWAR', ...change }
  const { rooms } = openAccount(connection, TOKEN, createHttpClient({ timeout: 30_000 }))
  const paths = () => server.seen.map(({ url }) => url.pathname.replace('/api/', ''))
  const read = async (wanted = [{ channel: null as string | null, since }]) => rooms?.fetchProposals(wanted, never)
  return { read, paths }
}

async function texts(room: Room): Promise<readonly string[]> {
  const { read } = await open(room)
  const reply = await read()
  return reply?.ok ? reply.value.proposals.map(({ text }) => text) : []
}

describe("what is said in an incident's room", () => {
  it('[SR1] is proposed with name, time and place; our own posts and joins are not', async () => {
    const room = emptyRoom()
    room.users = { U1: { name: 'mei', profile: { display_name: 'Mei Tanaka' } } }
    const metadata = { event_type: 'quarterdeck_act', event_payload: { act: 'a1' } }
    room.said = [
      message(40, { user: 'U9', text: 'posted by another cockpit', metadata }),
      message(30, { user: 'UOURS', bot_id: 'BOURS', text: 'ours' }),
      message(20, { user: 'U1', subtype: 'channel_join', text: 'has joined' }),
      message(10, { user: 'U1', text: 'flag new-ledger off, no change' }),
    ]
    const { read } = await open(room)
    const proposed = {
      id: `slack:CWAR:${at(10)}`,
      connection: 'test-slack',
      channel: 'CWAR',
      author: 'Mei Tanaka',
      text: 'flag new-ledger off, no change',
      at: since + 10_000,
      pinned: false,
      shared: true,
    }
    expect(await read()).toEqual({ ok: true, value: { proposals: [proposed], gap: '' } })
  })

  it('[SR2] pins and the chosen reaction put a message first, `pushpin` unless another was chosen', async () => {
    const room = emptyRoom()
    room.said = [
      message(3, { username: 'a', text: 'reacted', reactions: [{ name: 'pushpin' }] }),
      message(2, { username: 'a', text: 'eyed', reactions: [{ name: 'eyes' }] }),
      message(1, { username: 'a', text: 'pinned' }),
    ]
    room.pinned = [message(1, { username: 'a', text: 'pinned' }), message(-9_000, { username: 'a', text: 'run book' })]
    const flagged = async (change: Partial<Connection>) => {
      const reply = await (await open(room, change)).read()
      return reply?.ok ? reply.value.proposals.filter(({ pinned }) => pinned).map(({ text }) => text) : []
    }
    expect(await flagged({})).toEqual(['reacted', 'pinned'])
    expect(await flagged({ reaction: 'eyes' })).toEqual(['eyed', 'pinned'])
  })

  it('[SR3] markup becomes words: nobody is called, links show where they go, controls are gone', async () => {
    const room = emptyRoom()
    room.users = { U1: { name: 'mei', real_name: 'Mei' } }
    room.said = [
      message(5, { username: 'a', text: '<!channel> <!here> <@U1> <@U2> <!subteam^S1|@ops> <#C1|general>' }),
      message(4, {
        username: 'a',
        text: '<https://evil.example|https://bank.example> <mailto:a@b.example|a@b.example>',
      }),
      message(3, { username: 'a', text: '&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;' }),
      message(2, { username: 'a', text: 'a\u202Eb\u0000c\nnext' }),
      message(1, { username: 'a', text: '   ' }),
    ]
    expect(await texts(room)).toEqual([
      '@channel @here @Mei @U2 @ops #general',
      'https://bank.example (https://evil.example) a@b.example',
      '<script>alert(1)</script> &lt;',
      'a⟨U+202E⟩b c\nnext',
    ])
  })

  it('[SR4] each name is asked for once, and without the right to ask people stay ids', async () => {
    const room = emptyRoom()
    room.users = { U1: { name: 'mei' } }
    room.said = [message(1, { user: 'U1', text: 'x' }), message(2, { user: 'U1', text: 'y' })]
    const { read, paths } = await open(room)
    await read()
    await read()
    expect(paths().filter(path => path === 'users.info')).toHaveLength(1)

    room.users = { U1: 'missing_scope' }
    const without = await open(room)
    for (const _ of [1, 2]) {
      expect(await without.read()).toMatchObject({
        ok: true,
        value: { proposals: [{ author: 'U1' }, { author: 'U1' }] },
      })
    }
    expect(without.paths().filter(path => path === 'users.info')).toHaveLength(1)
  })

  it('[SR5] is read by pages once, then from half an hour before the newest; what was deleted since is gone', async () => {
    const room = emptyRoom()
    const late = [message(7_000, { username: 'a', text: 'late' }), message(6_990, { username: 'a', text: 'slip' })]
    let paged = true
    const server = await startLoopback((seen, response) => {
      const first = seen.url.pathname.endsWith('history') && paged && !seen.url.searchParams.has('cursor')
      if (first) sendJson(response, { ok: true, messages: late, response_metadata: { next_cursor: 'two' } })
      else sendJson(response, answer(room, seen))
    })
    room.said = [message(1, { username: 'a', text: 'early' })]
    const { read } = reading(server, {})
    expect(await read()).toMatchObject({
      value: { proposals: [{ text: 'late' }, { text: 'slip' }, { text: 'early' }] },
    })
    paged = false
    room.said = [message(7_000, { username: 'a', text: 'late, edited' })]
    expect(await read()).toMatchObject({
      value: { proposals: [{ text: 'late, edited' }, { text: 'early' }] },
    })
    const asked = server.seen.filter(({ url }) => url.pathname.endsWith('history')).map(({ url }) => url.searchParams)
    expect(asked.map(query => query.get('cursor'))).toEqual([null, 'two', null])
    expect(asked.at(-1)?.get('oldest')).toBe(`${since / 1_000 + 7_000 - 1_800}.000000`)
  })

  it('[SR6] without an open incident only whether Slack answers is asked, and a refusal is told', async () => {
    const { read, paths } = await open(emptyRoom())
    expect(await read([])).toEqual({ ok: true, value: { proposals: [], gap: '' } })
    expect(paths()).toEqual(['auth.test'])
    const limited = await startLoopback((seen, response) => {
      if (seen.url.pathname.endsWith('auth.test')) return sendJson(response, answer(emptyRoom(), seen))
      sendJson(response, { ok: false, error: 'ratelimited' }, 429, { 'Retry-After': '30' })
    })
    expect(await reading(limited, {}).read()).toMatchObject({
      ok: false,
      fault: { kind: 'rate-limited', retryAfter: 30_000 },
    })
  })

  it("[SR7] an incident's own channel is no war room", async () => {
    const room = emptyRoom()
    room.said = [message(1, { username: 'a', text: 'x' })]
    const { read } = await open(room)
    expect(await read([{ channel: 'COWN', since }])).toMatchObject({
      value: { proposals: [{ channel: 'COWN', shared: false }] },
    })
    const { read: nowhere } = await open(room, { warRoom: undefined })
    expect(await nowhere()).toEqual({ ok: true, value: { proposals: [], gap: '' } })
  })

  it('[SR8] a channel or the pins that cannot be read cost the other channels nothing, and are named', async () => {
    const server = await startLoopback((seen, response) => {
      const refused = (error: string) => sendJson(response, { ok: false, error })
      if (seen.url.searchParams.get('channel') === 'CGONE') return refused('channel_not_found')
      if (seen.url.pathname.endsWith('pins.list')) return refused('missing_scope')
      const room = { ...emptyRoom(), said: [message(1, { username: 'a', text: 'heard' })] }
      sendJson(response, answer(room, seen))
    })
    const reply = await reading(server, {}).read([
      { channel: 'CGONE', since },
      { channel: 'CWAR', since },
    ])
    expect(reply).toMatchObject({ ok: true, value: { proposals: [{ text: 'heard' }] } })
    const gap = inEnglish(reply?.ok ? reply.value.gap : '')
    expect(gap).toContain('CGONE')
    expect(gap).toContain('no pins')
    expect(await reading(server, {}).read([{ channel: 'CGONE', since }])).toMatchObject({ ok: false })
  })
})
