import { expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { never, startLoopback } from '../../main/http/loopback'
import { connectionTo, TOKEN } from '../../main/vendors/accounts'
import { inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'

const since = 1_785_542_400_000
const at = (seconds: number) => `${since / 1_000 + seconds}.000100`

/** What is proposed of a channel in which this was said, oldest first, and what is said to be missing. */
async function proposedOf(said: readonly unknown[], cursor = '') {
  const messages = said.map((one, index) =>
    one === null ? null : { type: 'message', ts: at(index), ...(one as object) },
  )
  const server = await startLoopback(({ url }, response) => {
    const answers: Readonly<Record<string, object>> = {
      '/api/auth.test': { user_id: 'UOURS', bot_id: 'BOURS' },
      '/api/conversations.history': { messages, response_metadata: { next_cursor: cursor } },
      '/api/pins.list': { items: [] },
      '/api/users.info': { user: { name: 'mei', real_name: 'Mei Tanaka' } },
    }
    sendJson(response, { ok: true, ...answers[url.pathname] })
  })
  const { rooms } = openAccount({ ...connectionTo('slack', server.origin), warRoom: 'CWAR' }, TOKEN, createHttpClient())
  const reply = await rooms?.fetchProposals([{ channel: null, since }], never)
  if (!reply?.ok) throw new Error(JSON.stringify(reply))
  return { texts: reply.value.proposals.map(({ text }) => text).reverse(), gap: inEnglish(reply.value.gap) }
}

const bot = { subtype: 'bot_message', bot_id: 'B1', username: 'Alertmanager', text: '' }

it('[SM1] an alert that is only an attachment is proposed with all that it shows', async () => {
  const attachment = {
    ...{ color: 'a30200', fallback: '[FIRING:1] HighLatency | http://am/#/alerts', id: 1, mrkdwn_in: ['text'] },
    ...{ title: '[FIRING:1] HighLatency (payments)', title_link: 'http://am.example:9093/#/alerts' },
    text: 'p99 is &gt; 2 s for <https://runbooks.example/latency|HighLatency>',
    fields: [{ title: 'Severity', value: 'critical', short: true }, { title: '', value: null }, { value: 'eu-west-1' }],
    actions: [{ type: 'button', text: 'Silence', url: 'http://am/silence' }],
  }
  expect(await proposedOf([{ ...bot, attachments: [attachment] }])).toEqual({
    texts: [
      [
        '[FIRING:1] HighLatency (payments) (http://am.example:9093/#/alerts)',
        'p99 is > 2 s for HighLatency (https://runbooks.example/latency)',
        'Severity: critical',
        'eu-west-1',
        '[Silence]',
      ].join('\n'),
    ],
    gap: '',
  })
  expect((await proposedOf([{ ...bot, attachments: [{ fallback: 'Disk is full' }] }])).texts).toEqual(['Disk is full'])
})

it('[SM1] blocks are read as they are seen, and count for more than the words of the notification', async () => {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: '🔴 Monitor: <checkout> & cart' } },
    { type: 'divider' },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Error rate* is 12 % for <@U1>' },
      fields: [
        { type: 'mrkdwn', text: '*Env:* prod' },
        { type: 'plain_text', text: 'Since 10:04' },
      ],
      accessory: { type: 'image', image_url: 'https://x/y.png', alt_text: 'graph of errors' },
    },
    {
      type: 'context',
      elements: [
        { type: 'mrkdwn', text: 'Runbook: <https://r.example/1>' },
        { type: 'image', alt_text: 'logo' },
      ],
    },
    {
      type: 'actions',
      elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open' }, url: 'https://m.example/1' }],
    },
    {
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: 'pod-1' },
          { type: 'raw_text', text: 'OOM' },
        ],
      ],
    },
  ]
  expect((await proposedOf([{ ...bot, text: 'Alert!', blocks }])).texts).toEqual([
    [
      '🔴 Monitor: <checkout> & cart',
      '*Error rate* is 12 % for @Mei Tanaka',
      '*Env:* prod',
      'Since 10:04',
      '[image: graph of errors]',
      'Runbook: https://r.example/1 [image: logo]',
      '[Open] (https://m.example/1)',
      'pod-1 | OOM',
    ].join('\n'),
  ])
})

it('[SM1] a rich text keeps lists, quotes, code, people, links and emoji', async () => {
  const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
  const blocks = [
    {
      type: 'rich_text',
      elements: [
        section(
          { type: 'text', text: 'Rolled back <v42>, ' },
          { type: 'user', user_id: 'U1' },
          { type: 'text', text: ' looks ' },
          { type: 'emoji', name: 'eyes', unicode: '1f440' },
          { type: 'emoji', name: 'house-logo' },
        ),
        {
          type: 'rich_text_list',
          elements: [
            section({ type: 'text', text: 'one' }),
            section({ type: 'link', url: 'https://x.example', text: 'two' }),
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'kubectl rollout undo' }] },
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'broadcast', range: 'here' },
            { type: 'date', timestamp: 1_785_542_400, fallback: '' },
          ],
        },
      ],
    },
  ]
  expect((await proposedOf([{ user: 'U1', text: null, blocks }])).texts).toEqual([
    'Rolled back <v42>, @Mei Tanaka looks 👀:house-logo:\n- one\n- two (https://x.example)\nkubectl rollout undo\n@here2026-08-01 00:00 UTC',
  ])
  // What a person types comes in both forms: once is enough, and as it was typed.
  expect((await proposedOf([{ user: 'U1', text: 'as *typed*', blocks }])).texts).toEqual(['as *typed*'])
})

it('[SM1] what cannot be read is counted and said, and hides nothing else', async () => {
  const { texts, gap } = await proposedOf([
    { ...bot, blocks: [{ type: 'hologram' }, { type: 'section', text: { type: 'mrkdwn', text: 'half' } }, 7] },
    { ...bot, blocks: [{ type: 'hologram' }] },
    { ...bot, text: 'for the notification', blocks: [{ type: 'hologram' }] },
    { ...bot, attachments: [null, { id: 3 }] },
    { ...bot, attachments: 'odd', blocks: {}, files: 3, text: 7 },
    { user: 'U1', text: '', files: [{ name: 'graph.png', title: 'Graph of <errors>' }] },
    { user: 'U1', subtype: 'something_new', text: 'said in a new way' },
    { user: 'U1', text: 'preview', attachments: [{ from_url: 'https://x', title: 'Its title', text: 'a long page' }] },
    { user: 'U1', subtype: 'channel_join', text: 'has joined' },
    { user: 'U1', text: 'plain', reactions: 'odd', bot_profile: 3 },
    null,
    { ts: 5, text: 'no time' },
  ])
  expect(texts).toEqual([
    'half\n(2 more parts of it cannot be read here: look in Slack)',
    '(Nothing of this message can be read here: look in Slack)',
    'for the notification\n(1 more part of it cannot be read here: look in Slack)',
    '(Nothing of this message can be read here: look in Slack)',
    '[file: Graph of <errors>]',
    'said in a new way',
    'preview\nIts title',
    'plain',
  ])
  expect(gap).toContain('2 of 12 messages could not be read')
})

it('[SM1] a deep nest, ten thousand blocks and endless pages end, and what is left out is said', async () => {
  let nest: object = { type: 'text', text: 'deep' }
  for (let depth = 0; depth < 500; depth += 1) nest = { type: 'rich_text_section', elements: [nest] }
  const many = Array.from({ length: 10_000 }, () => ({
    type: 'section',
    text: { type: 'plain_text', text: 'x'.repeat(50) },
  }))
  const { texts } = await proposedOf([
    { ...bot, blocks: [nest] },
    { ...bot, blocks: many },
  ])
  expect(texts[0]).toContain('Nothing of this message can be read')
  expect(texts[1]?.length).toBe(2_000)
  expect((await proposedOf([{ user: 'U1', text: 'x' }], 'more')).gap).toContain('some were not read')
  const flood = await proposedOf(Array.from({ length: 320 }, (_, index) => ({ user: 'U1', text: `line ${index}` })))
  expect(flood.texts).toHaveLength(300)
  expect(flood.gap).toContain('20 older messages are not proposed')
})
