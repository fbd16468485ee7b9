import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { chatPost } from '../../../src/main/engine/vendors/slack/translate'
import type { Connection } from '../../../src/shared/contract/connections'
import { type ChannelVendor, channelKind, channelVendors } from '../../../src/shared/domain/channels/channel-kinds'
import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { startMailServer } from '../../support/mail-server'
import { type Seen, sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'

/** What some place would act on: mentions, marks, links by markup, tags, headers, formulas, dates, halves of pairs. */
const acting = [
  ...['<!channel>', '<!here|x>', '<@U1>', '<#C1>', '@everyone', '@here', '<at>Ann</at>', '<https://e.example|bank>'],
  ...['*', '_', '~', '`', '```', '> ', '# ', '[bank](https://e.example)', '![x](https://e.example/x.png)'],
  ...['<b>', '</p><script>', '<img src=x onerror=a>', '&lt;', '&', '"', "'", '\r\nBcc: eve@e.example', '\r\n.\r\n'],
  ...['=1+1', '+1', '-1', '@SUM(A1)', '{{DATE(2026-11-30T10:00:00Z)}}', '{{', '", "type": "ping'],
  ...['👩‍👩‍👧‍👦', '🇩🇪', 'e\u0301', 'שלום', '\u202e', '\ud83d', '\n', ' '],
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...acting), fc.string({ maxLength: 6 })), { maxLength: 12 })
  .map(all => `a${all.join('')}z`)

interface Arrived {
  readonly title: string
  readonly body: string
}

const lines = (text: string) => text.toWellFormed().split(/\r\n|[\n\r\u2028\u2029]/)
const filled = (text: string) => lines(text).filter(line => line.trim() !== '')

/** Checks that what a server was sent is what was typed, and that nothing in it acts there. */
type Check = (sent: string, typed: Arrived) => void

/** As Slack reads a plain text: three signs are written as entities, and nothing else means anything. */
const inSlack: Check = (sent, { title, body }) => {
  const { text, ...post } = JSON.parse(sent)
  expect(post).toMatchObject({ mrkdwn: false, link_names: false, unfurl_links: false, unfurl_media: false })
  expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
  const read = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  expect(read).toBe(`${title.toWellFormed()}\nIdentified\n${body.toWellFormed()}`)
}

const inStatuspage: Check = (sent, { title, body }) => {
  expect(JSON.parse(sent).incident).toMatchObject({ name: title.toWellFormed(), body: body.toWellFormed() })
}

const inTeams: Check = (sent, { title, body }) => {
  const { attachments } = JSON.parse(sent)
  const blocks: readonly { type: string; inlines: readonly { type: string; text: string }[] }[] =
    attachments[0].content.body
  const runs = blocks.flatMap(({ inlines }) => inlines)
  // Only `TextBlock` reads Markdown, and only entities mention somebody.
  expect(new Set([...blocks, ...runs].map(({ type }) => type))).toEqual(new Set(['RichTextBlock', 'TextRun']))
  expect(attachments[0].content.msteams).toEqual({ width: 'Full' })
  expect(runs.every(({ text }) => !text.includes('{{'))).toBe(true)
  const said = blocks.map(({ inlines }) => inlines.map(({ text }) => text).join(''))
  expect(said).toEqual([...filled(title), 'Identified', ...filled(body)])
}

const inWebhook: Check = (sent, { title, body }) => {
  expect(JSON.parse(sent)).toMatchObject({
    type: 'update',
    update: { title: title.toWellFormed(), body: body.toWellFormed() },
  })
}

/** Its headers and its HTML are what `email-message.test.ts` is about. */
const inMail: Check = (sent, { body }) => {
  const html = sent.slice(sent.indexOf('<!doctype html>')).replaceAll('=\r\n', '')
  const own =
    /<!doctype html>|<\/?(?:html|head|body|title)>|<meta charset=3D"utf-8">|<\/?(?:h1|p)(?: dir=3D"auto")?>|<br>/g
  expect(html.slice(0, html.indexOf('</html>') + 7).replace(own, '')).not.toMatch(/[<>"']/)
  expect(sent.slice(0, sent.indexOf('\r\n\r\n'))).not.toMatch(/^(?:bcc|x-evil)/im)
  expect(lines(body).length).toBeGreaterThan(0)
}

const checks: Readonly<Record<Exclude<ChannelVendor, 'by-hand'>, Check>> = {
  statuspage: inStatuspage,
  slack: inSlack,
  'slack-webhook': inSlack,
  teams: inTeams,
  email: inMail,
  webhook: inWebhook,
}

const answers: Readonly<Partial<Record<ChannelVendor, object | string>>> = {
  statuspage: { id: 'p1', shortlink: 'https://stspg.io/p1' },
  slack: { ok: true, channel: 'C1', ts: '1512085950.000216' },
  'slack-webhook': 'ok',
}

function updateFor(vendor: ChannelVendor, { title, body }: Arrived): OutgoingUpdate {
  const target = vendor === 'slack' ? 'C1' : vendor === 'statuspage' ? 'page1' : vendor
  const content: UpdateContent = {
    ...{ stage: 'progress', title, body, status: 'identified', components: {}, notify: false, nextUpdateAt: null },
    channel: { vendor, connection: 'c' as ConnectionId, target, label: 'There' },
  }
  return { incident: 'inc-1' as IncidentId, update: 'upd-1' as UpdateId, externalId: null, content }
}

function connectionAt(vendor: ChannelVendor, baseUrl: string): Connection {
  const to = { sender: 'status@shop.example', recipients: 'ann@a.example', pageId: 'page1', channel: 'C1' }
  return { id: 'c' as ConnectionId, vendor, name: 'There', baseUrl, ...to }
}

/** Sends it for real, and answers what came. */
async function openChannel(vendor: ChannelVendor): Promise<(typed: Arrived) => Promise<string>> {
  const http = createHttpClient({ timeout: 20_000 })
  if (vendor === 'email') {
    const { port, mails } = await startMailServer({ disabledCommands: ['STARTTLS'] })
    const { updates } = openAccount(connectionAt(vendor, `smtp://127.0.0.1:${port}`), '', http)
    return async typed => {
      expect(await updates?.send(updateFor(vendor, typed), never)).toMatchObject({ outcome: 'delivered' })
      return mails.at(-1)?.raw ?? ''
    }
  }
  const answer = answers[vendor]
  const server = await startLoopback((_, response) =>
    typeof answer === 'object' ? sendJson(response, answer, vendor === 'statuspage' ? 201 : 200) : response.end(answer),
  )
  const isPosted = vendor !== 'statuspage' && vendor !== 'slack'
  const { updates } = openAccount(
    connectionAt(vendor, server.origin),
    isPosted ? `${server.origin}/hook` : 'token',
    http,
    'key',
  )
  return async typed => {
    await updates?.send(updateFor(vendor, typed), never)
    return server.seen.findLast(({ method }: Seen) => method === 'POST')?.body ?? ''
  }
}

const sentTo = channelVendors.filter((vendor): vendor is keyof typeof checks => vendor !== 'by-hand')

describe.each(sentTo)('[TA1] what a person typed, at %s', vendor => {
  it('arrives as what it is, and acts on nothing', async () => {
    const send = await openChannel(vendor)
    await fc.assert(
      fc.asyncProperty(words, words, async (title, body) =>
        checks[vendor](await send({ title, body }), { title, body }),
      ),
      { numRuns: 40 },
    )
  })
})

it('[TA1] what a person posts by hand is what was typed, whole', () => {
  fc.assert(
    fc.property(words, words, (title, body) => {
      const { preview } = channelKind({ vendor: 'by-hand', target: 'x' })
      expect(preview({ title, body, status: 'identified' })).toEqual([{ part: 'body', text: body }])
    }),
  )
})

it('[SL7] a line of a war room is plain text as well', () => {
  fc.assert(
    fc.property(words, typed => {
      const post = JSON.parse(JSON.stringify(chatPost('C1', typed, { incident: 'i', request: 'r' })))
      expect(post).toMatchObject({ mrkdwn: false, link_names: false })
      expect(post.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
      expect(post.text.isWellFormed()).toBe(true)
    }),
  )
})
