import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { messageText } from '../../../src/main/engine/vendors/slack/message-text'
import { never, startLoopback } from '../../main/http/loopback'
import { connectionTo, TOKEN } from '../../main/vendors/accounts'
import { inEnglish } from '../../support/in-english'
import { type Loopback, sendJson } from '../../support/open-loopback'

const since = 1_785_542_400_000
const at = (seconds: number) => `${since / 1_000 + seconds}.000100`

/** In the form of the examples in Slack's documentation: docs.slack.dev/reference/{objects,block-kit,events}. */
const shapes: readonly (readonly [name: string, message: object, text: string])[] = [
  [
    'rich text with a quote, code and a list',
    {
      text: '',
      blocks: [
        {
          type: 'rich_text',
          block_id: 'Vrzsu',
          elements: [
            { type: 'rich_text_quote', elements: [{ type: 'text', text: 'What we need is good examples.' }] },
            { type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: '{ "x": 1 }' }] },
            {
              ...{ type: 'rich_text_list', style: 'bullet', indent: 0 },
              elements: [
                { type: 'rich_text_section', elements: [{ type: 'text', text: 'Huddles' }] },
                { type: 'rich_text_section', elements: [{ type: 'emoji', name: 'basketball', unicode: '1f3c0' }] },
              ],
            },
          ],
        },
      ],
    },
    'What we need is good examples.\n{ "x": 1 }\n- Huddles\n- 🏀',
  ],
  [
    'a section with fields, a header, a context and an image',
    {
      text: 'fallback',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Budget Performance' } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: '*Priority*' },
            { type: 'mrkdwn', text: '*Type*' },
            { type: 'plain_text', text: 'High' },
            { type: 'plain_text', text: 'Silly' },
          ],
        },
        {
          type: 'context',
          elements: [
            { type: 'image', image_url: 'https://image.example/one.png', alt_text: 'images' },
            { type: 'mrkdwn', text: 'Location: **Dogpatch**' },
          ],
        },
        { type: 'image', image_url: 'https://image.example/cat.png', alt_text: 'An incredible kitten.' },
      ],
    },
    'Budget Performance\n*Priority*\n*Type*\nHigh\nSilly\n[image: images] Location: **Dogpatch**\n[image: An incredible kitten.]',
  ],
  [
    'a legacy attachment',
    {
      text: '',
      attachments: [
        {
          ...{ fallback: 'Plain-text summary.', color: '#2eb886', pretext: 'Optional pre-text', author_name: 'Bobby' },
          ...{ title: 'Slack API', title_link: 'https://api.slack.com/', text: 'Optional `text`' },
          ...{ fields: [{ title: 'Priority', value: 'High', short: false }], footer: 'Slack API', ts: 123_456_789 },
        },
      ],
    },
    'Optional pre-text\nBobby\nSlack API (https://api.slack.com/)\nOptional `text`\nPriority: High\nSlack API',
  ],
  [
    'a file with its size and address, which is not fetched',
    {
      text: 'the log',
      files: [
        {
          ...{ id: 'F0S43P1CZ', name: 'deploy.log', title: 'deploy.log', mimetype: 'text/plain', size: 14_220 },
          permalink: 'https://you.slack.com/files/U061F1EUR/F0S43P1CZ/deploy.log',
        },
      ],
    },
    'the log\n[file: deploy.log (14 kB) https://you.slack.com/files/U061F1EUR/F0S43P1CZ/deploy.log]',
  ],
  [
    'a file that was deleted',
    { text: 'see', files: [{ id: 'F1', mode: 'tombstone' }] },
    'see\n[file: not shown any more]',
  ],
  ['a bot', { subtype: 'bot_message', bot_id: 'BB12033', text: 'Pushing is the answer' }, 'Pushing is the answer'],
  ['what /me says', { subtype: 'me_message', text: 'is doing that thing' }, 'is doing that thing'],
  ['a huddle', { subtype: 'huddle_thread', text: '', room: { id: 'R0E69JAIF' }, channel_id: 'C1' }, '[huddle]'],
  [
    'a call of another app',
    {
      text: '',
      blocks: [
        {
          ...{ type: 'call', call_id: 'R0E69JAIF' },
          call: { v1: { id: 'R0E69JAIF', name: 'Zoom meeting', join_url: 'https://zoom.us/j/1' } },
        },
      ],
    },
    '[call] Zoom meeting https://zoom.us/j/1',
  ],
  [
    'a message shared from another channel',
    {
      text: '',
      attachments: [
        {
          ...{ is_share: true, fallback: '[July 1] mei: rolled back', author_name: 'mei', text: 'rolled back' },
          files: [{ name: 'graph.png', size: 900 }],
        },
      ],
    },
    'mei\nrolled back\n[file: graph.png (900 B)]',
  ],
  ['emoji as they are named', { text: ':fire: :+1:' }, ':fire: :+1:'],
  [
    'a null among its blocks',
    { text: 'still here', blocks: [null, { type: 'rich_text', elements: null }] },
    'still here',
  ],
  [
    'a block of a kind that we do not know',
    { text: 'words for a notification', blocks: [{ type: 'hologram' }] },
    'words for a notification',
  ],
]

describe('[SM1] a message of Slack', () => {
  it.each(shapes)('%s: nothing that people see of it is lost', async (_, message, text) => {
    const { texts, gap } = await proposed([{ type: 'message', user: 'U1', ts: at(1), ...message }])
    expect(
      texts.map(one => one.replace(/\n?\(\d+ more parts? of it cannot be read here: look in Slack\)$/, '')),
    ).toEqual([text])
    expect(gap).toBe('')
  })

  it('joins and topics are no part of it, a broken row costs itself alone, and is named', async () => {
    const { texts, gap } = await proposed([
      { type: 'message', subtype: 'channel_join', user: 'U1', text: 'has joined', ts: at(1) },
      { type: 'message', subtype: 'channel_topic', user: 'U1', topic: 'x', text: 'set the topic', ts: at(2) },
      null,
      { type: 'message', user: 'U1', text: 'good', ts: at(3) },
    ])
    expect(texts).toEqual(['good'])
    expect(gap).not.toBe('')
  })

  it('of any shape at all never throws, and its own text is never lost', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (blocks, attachments, files) => {
        const { text, unread } = messageText({ text: 'kept', blocks, attachments, files } as never)
        expect(unread).toBeGreaterThanOrEqual(0)
        if (!Array.isArray(blocks) || blocks.length === 0) expect(text).toContain('kept')
        else expect(text).not.toBe('')
      }),
    )
  })
})

describe('[SR9] replies in a thread', () => {
  it('name whom they answer, are read once unless there is a newer one, and a failing thread costs itself alone', async () => {
    let latest = at(20)
    let replies: object[] = [{ type: 'message', user: 'U2', text: 'no change', ts: at(20), thread_ts: at(10) }]
    let isDown = false
    const head = () => ({
      ...{ type: 'message', user: 'U1', text: 'flag new-ledger off', ts: at(10), thread_ts: at(10) },
      ...{ reply_count: replies.length, latest_reply: latest },
    })
    const room = await openRoom(path => {
      if (path === '/api/conversations.history') return { ok: true, messages: [head()] }
      if (path !== '/api/conversations.replies') return undefined
      return isDown ? { ok: false, error: 'thread_not_found' } : { ok: true, messages: [head(), ...replies] }
    })
    expect((await room.read()).texts).toEqual(['flag new-ledger off', '(to mei: “flag new-ledger off”) no change'])
    replies = [...replies, { type: 'message', user: 'U1', text: 'rolling back', ts: at(30), thread_ts: at(10) }]
    latest = at(30)
    expect((await room.read()).texts).toEqual([
      'flag new-ledger off',
      '(to mei: “flag new-ledger off”) no change',
      '(to mei: “flag new-ledger off”) rolling back',
    ])
    isDown = true
    latest = at(40)
    const { texts, gap } = await room.read()
    expect(texts).toHaveLength(3)
    expect(gap).toContain('replies in a thread')
  })

  it('at most four threads with news are asked for in a round, and the rest is named', async () => {
    const parents = Array.from({ length: 7 }, (_, n) => ({
      ...{ type: 'message', user: 'U1', text: `thread ${n}`, ts: at(n), thread_ts: at(n) },
      ...{ reply_count: 1, latest_reply: at(100 + n) },
    }))
    const room = await openRoom((path, query) => {
      if (path === '/api/conversations.history') return { ok: true, messages: parents }
      if (path !== '/api/conversations.replies') return undefined
      const n = parents.findIndex(({ ts }) => ts === query.get('ts'))
      return {
        ok: true,
        messages: [parents[n], { type: 'message', user: 'U2', text: `reply ${n}`, ts: at(100 + n), thread_ts: at(n) }],
      }
    })
    const first = await room.read()
    expect(first.gap).toContain('3 more threads')
    const asked = () => room.server.seen.filter(({ url }) => url.pathname.endsWith('replies')).length
    expect(asked()).toBe(4)
    expect((await room.read()).texts.filter(text => text.includes('reply'))).toHaveLength(7)
    // Three with news, and one of the others by turns.
    expect(asked()).toBe(8)
  })
})

type Answer = (path: string, query: URLSearchParams) => object | undefined

async function openRoom(answer: Answer) {
  const server: Loopback = await startLoopback(({ url }, response) => {
    const usual: Readonly<Record<string, object>> = {
      '/api/auth.test': { ok: true, user_id: 'UOURS', bot_id: 'BOURS' },
      '/api/pins.list': { ok: true, items: [] },
      '/api/users.info': { ok: true, user: { name: url.searchParams.get('user') === 'U1' ? 'mei' : 'bo' } },
    }
    sendJson(
      response,
      answer(url.pathname, url.searchParams) ?? usual[url.pathname] ?? { ok: false, error: 'unknown_method' },
    )
  })
  const { rooms } = openAccount({ ...connectionTo('slack', server.origin), warRoom: 'CWAR' }, TOKEN, createHttpClient())
  const read = async () => {
    const reply = await rooms?.fetchProposals([{ channel: null, since }], never)
    if (!reply?.ok) throw new Error(JSON.stringify(reply))
    return {
      texts: reply.value.proposals.toSorted((a, b) => a.at - b.at).map(({ text }) => text),
      gap: inEnglish(reply.value.gap),
    }
  }
  return { server, read }
}

async function proposed(messages: readonly (object | null)[]) {
  const room = await openRoom(path => (path === '/api/conversations.history' ? { ok: true, messages } : undefined))
  return room.read()
}
