import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Playing, play } from './playing'

const SL = 'drill-slack'
let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

function post(json: object) {
  return playing.call(SL, 'POST', '/api/chat.postMessage', { json })
}

async function texts(query: string): Promise<string[]> {
  const { body } = await playing.call(SL, 'GET', `/api/conversations.history?${query}`)
  expect(body.ok).toBe(true)
  return body.messages.map((message: { text: string }) => message.text)
}

describe("Slack's stand-in", () => {
  it('[LS1] tells who it is, and which channels there are', async () => {
    const who = await playing.call(SL, 'POST', '/api/auth.test')
    expect(who).toMatchObject({ status: 200, body: { ok: true, team: 'Drill shop', user: 'quarterdeck' } })
    const { body } = await playing.call(SL, 'GET', '/api/conversations.list?limit=200')
    expect(body.channels.map((one: { name: string }) => one.name)).toEqual([
      'inc-payments',
      'incident-updates',
      'deploys',
    ])
  })

  it('[LS2] the war room says at 10:00 that the flag is off, and not before', async () => {
    playing.goTo(9.9)
    expect((await texts('channel=C0WARROOM1'))[0]).toMatch(/switch it off/)
    playing.goTo(10)
    expect((await texts('channel=C0WARROOM1'))[0]).toBe('Flag new-ledger is off everywhere.')
    expect(await texts('channel=C0DEPLOYS1')).toHaveLength(2)
  })

  it('[LS3] posts as JSON and as a form; history has it, newest first, metadata only when asked for', async () => {
    const metadata = { event_type: 'quarterdeck_update', event_payload: { update: 'u-1' } }
    const posted = await post({ channel: 'C0UPDATES1', text: 'Payments fail', metadata })
    expect(posted.body).toMatchObject({ ok: true, channel: 'C0UPDATES1', message: { text: 'Payments fail', metadata } })
    expect(posted.body.ts).toMatch(/^\d{10}\.\d{6}$/)
    const form = { channel: '#incident-updates', text: 'Second', metadata: JSON.stringify(metadata) }
    const second = await playing.call(SL, 'POST', '/api/chat.postMessage', { form })
    expect(second.body.ts > posted.body.ts).toBe(true)
    expect(await texts('channel=C0UPDATES1')).toEqual(['Second', 'Payments fail'])
    const bare = await playing.call(SL, 'GET', '/api/conversations.history?channel=C0UPDATES1')
    expect(bare.body.messages[0].metadata).toBeUndefined()
    const all = await playing.call(SL, 'GET', '/api/conversations.history?channel=C0UPDATES1&include_all_metadata=true')
    expect(all.body.messages.map((one: { metadata: object }) => one.metadata)).toEqual([metadata, metadata])
  })

  it('[LS4] history pages by cursor, and by oldest and latest', async () => {
    const stamps: string[] = []
    for (const text of ['1', '2', '3', '4', '5']) stamps.push((await post({ channel: 'C0UPDATES1', text })).body.ts)
    const first = await playing.call(SL, 'GET', '/api/conversations.history?channel=C0UPDATES1&limit=2')
    expect(first.body).toMatchObject({ has_more: true })
    const cursor = encodeURIComponent(first.body.response_metadata.next_cursor)
    expect(await texts(`channel=C0UPDATES1&limit=2&cursor=${cursor}`)).toEqual(['3', '2'])
    expect(await texts(`channel=C0UPDATES1&oldest=${stamps[1]}&latest=${stamps[3]}`)).toEqual(['3'])
    expect(await texts(`channel=C0UPDATES1&oldest=${stamps[1]}&inclusive=true`)).toEqual(['5', '4', '3', '2'])
  })

  it('[LS5] a reply in a thread is not in the history', async () => {
    const { body } = await post({ channel: 'C0UPDATES1', text: 'Head' })
    await post({ channel: 'C0UPDATES1', text: 'Reply', thread_ts: body.ts })
    expect(await texts('channel=C0UPDATES1')).toEqual(['Head'])
  })

  it.each([
    ['channel_not_found', '/api/chat.postMessage', { channel: 'C0NONE', text: 'x' }],
    ['no_text', '/api/chat.postMessage', { channel: 'C0UPDATES1', text: '  ' }],
    ['invalid_arguments', '/api/chat.postMessage', {}],
    ['invalid_metadata_format', '/api/chat.postMessage', { channel: 'C0UPDATES1', text: 'x', metadata: { a: 1 } }],
    ['channel_not_found', '/api/conversations.history', { channel: 'C0UPDATES1' }],
    ['unknown_method', '/api/chat.explode', {}],
  ])('[LS6] says %s with status 200', async (error, path, json) => {
    expect(await playing.call(SL, 'POST', path, { json })).toMatchObject({ status: 200, body: { ok: false, error } })
  })

  it('[LS7] knows only its own token', async () => {
    const without = await playing.call(SL, 'POST', '/api/auth.test', { headers: { authorization: null } })
    expect(without).toMatchObject({ status: 200, body: { ok: false, error: 'not_authed' } })
    const wrong = await playing.call(SL, 'POST', '/api/auth.test', { headers: { authorization: 'Bearer xoxb-wrong' } })
    expect(wrong).toMatchObject({ status: 200, body: { ok: false, error: 'invalid_auth' } })
  })

  it('[LS8] remembers messages over a restart, and no ts comes twice', async () => {
    const { body } = await post({ channel: 'C0UPDATES1', text: 'Before' })
    await playing.restart()
    const after = await post({ channel: 'C0UPDATES1', text: 'After' })
    expect(after.body.ts > body.ts).toBe(true)
    expect(await texts('channel=C0UPDATES1')).toEqual(['After', 'Before'])
  })
})
