import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { plainMessage } from '../../../src/main/engine/vendors/slack/translate'
import { TEAMS_LIMIT, teamsMessage } from '../../../src/main/engine/vendors/teams/card'
import { channelKind } from '../../../src/shared/domain/channels/channel-kinds'
import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { hostileTexts } from '../../support/hostile-texts'
import { sendJson } from '../../support/open-loopback'
import { deadOrigin, never, startLoopback } from '../http/loopback'

const posted = ['slack-webhook', 'teams'] as const
type Posted = (typeof posted)[number]

const PATH = '/services/T00AB12CD/B00XY34ZW/kq9XbLm27Tz'

function contentFor(vendor: Posted, change: Partial<UpdateContent> = {}): UpdateContent {
  return {
    ...{ stage: 'progress', title: 'Payments fail', body: 'Some payments fail.', status: 'identified' },
    channel: { vendor, connection: 'c' as ConnectionId, target: vendor, label: 'Leads' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
    ...change,
  }
}

function update(vendor: Posted, change: Partial<UpdateContent> = {}): OutgoingUpdate {
  const ids = { incident: 'inc-1' as IncidentId, update: 'upd-1' as UpdateId, externalId: null }
  return { ...ids, content: contentFor(vendor, change) }
}

function open(vendor: Posted, address: string | null, http = createHttpClient({ timeout: 5_000 })) {
  const connection = { id: 'c' as ConnectionId, vendor, name: 'Leads', baseUrl: 'https://example.com' }
  return openAccount(connection, address, http)
}

const good: Readonly<Record<Posted, (response: ServerResponse) => void>> = {
  'slack-webhook': response => response.writeHead(200, { 'Content-Type': 'text/html' }).end('ok'),
  teams: response => response.writeHead(202).end(),
}

describe.each(posted)('[WE1] [WE3] [SH2] [TE3] posting to %s', vendor => {
  const sendTo = (address: string, http = createHttpClient({ timeout: 5_000 })) =>
    open(vendor, address, http).updates?.send(update(vendor), never)

  it('is one request to the whole address, and delivered when it was taken', async () => {
    const server = await startLoopback((_, response) => good[vendor](response))
    expect(await sendTo(`${server.origin}${PATH}?sig=Ab1Cd2Ef3`)).toEqual({
      outcome: 'delivered',
      delivered: { externalId: 'upd-1', url: null },
    })
    const [seen, ...more] = server.seen
    expect(more).toEqual([])
    expect(`${seen?.method} ${seen?.url.pathname}${seen?.url.search}`).toBe(`POST ${PATH}?sig=Ab1Cd2Ef3`)
    expect(seen?.headers.authorization).toBe(undefined)
    const body = vendor === 'teams' ? teamsMessage(contentFor(vendor)) : plainMessage(contentFor(vendor))
    expect(seen?.body).toBe(JSON.stringify(body))
  })

  it.each([
    [400, 'refused', false],
    [401, 'refused', false],
    [403, 'refused', false],
    [404, 'refused', false],
    [408, 'unknown', undefined],
    [410, 'refused', false],
    [413, 'refused', false],
    [429, 'refused', true],
    [500, 'unknown', undefined],
    [502, 'unknown', undefined],
    [504, 'unknown', undefined],
  ])('after %i it is %s', async (status, outcome, again) => {
    const server = await startLoopback((_, response) => response.writeHead(status).end('busy'))
    const sent = await sendTo(`${server.origin}${PATH}`)
    expect(sent).toMatchObject(again === undefined ? { outcome } : { outcome, again })
    expect(server.seen).toHaveLength(1)
  })

  it('[TE4] a refusal that comes as 200 in words, or as one word, is a refusal', async () => {
    const said = 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error'
    const cases: Readonly<Record<Posted, readonly (readonly [number, string, object])[]>> = {
      teams: [
        [200, `${said} 400 with ContextId tcid=385`, { outcome: 'refused', again: false }],
        [200, `${said} 429 with ContextId tcid=0`, { outcome: 'refused', again: true }],
        [200, '1', { outcome: 'delivered' }],
        [200, '{"posted":true}', { outcome: 'delivered' }],
      ],
      'slack-webhook': [
        [400, 'invalid_payload', { outcome: 'refused', again: false }],
        [403, 'action_prohibited', { outcome: 'refused', again: false }],
        [404, 'channel_not_found', { outcome: 'refused', again: false }],
        [410, 'channel_is_archived', { outcome: 'refused', again: false }],
        [500, 'rollup_error', { outcome: 'unknown' }],
      ],
    }
    for (const [status, text, expected] of cases[vendor]) {
      const server = await startLoopback((_, response) => response.writeHead(status).end(text))
      expect(await sendTo(`${server.origin}${PATH}`)).toMatchObject(expected)
    }
  })

  it.each<[string, (response: ServerResponse) => void]>([
    ['a torn connection', response => response.destroy()],
    ['a redirect', response => response.writeHead(302, { Location: '/login' }).end()],
    ['a page for signing in', response => response.writeHead(200).end('<!doctype html><title>Sign in</title>')],
  ])('after %s nobody knows, and nobody is asked', async (_, answer) => {
    const server = await startLoopback((_, response) => answer(response))
    const account = open(vendor, `${server.origin}${PATH}`)
    expect(await account.updates?.send(update(vendor), never)).toMatchObject({ outcome: 'unknown' })
    expect(await account.updates?.verify(update(vendor), never)).toMatchObject({ found: 'unknown', forGood: true })
    const known = { externalId: 'upd-1', alike: 0 }
    expect(await account.updates?.findCopies(update(vendor), known, never)).toEqual({ look: 'never' })
    expect(server.seen).toHaveLength(1)
  })

  it('after silence nobody knows; where nothing listens it surely did not leave', async () => {
    const server = await startLoopback(() => undefined)
    const hasty = createHttpClient({ timeout: 80 })
    expect(await sendTo(`${server.origin}${PATH}`, hasty)).toMatchObject({ outcome: 'unknown' })
    expect(await sendTo(`${await deadOrigin()}${PATH}`)).toMatchObject({ outcome: 'refused', again: true })
  })

  it('nothing leaves without an address, over plain http to a host on the internet, or past the guard of a drill', async () => {
    const real = await startLoopback((_, response) => good[vendor](response))
    const guarded = guardHttp(createHttpClient(), new Set(['http://127.0.0.1:1']))
    for (const account of [
      open(vendor, null),
      open(vendor, 'nonsense'),
      open(vendor, `http://hooks.example.com${PATH}`),
      open(vendor, `${real.origin}${PATH}`, guarded),
    ]) {
      expect(await account.updates?.send(update(vendor), never)).toMatchObject({ outcome: 'refused', again: false })
    }
    expect(real.seen).toHaveLength(0)
  })

  it('[WE2] no part of the address is shown', async () => {
    const server = await startLoopback((seen, response) =>
      response.writeHead(404).end(`no_service ${seen.url.pathname}`),
    )
    const sent = await sendTo(`${server.origin}${PATH}`)
    expect(JSON.stringify(sent)).not.toMatch(/T00AB12CD|B00XY34ZW|kq9XbLm27Tz/)
  })

  it('has one channel for colleagues, named as the connection', () => {
    const channel = { vendor, connection: 'c', target: vendor, label: 'Leads' }
    expect(open(vendor, `https://hooks.example.com${PATH}`).channels).toEqual([channel])
    expect(channelKind({ vendor }).readers).toBe('colleagues')
  })
})

/** Texts of people: any characters, halves of pairs among them, and what some chat reads as markup. */
const markup = [
  '<!channel>',
  '<@U1>',
  '@everyone',
  '*',
  '_',
  '`',
  '{{',
  '{{DATE(2026-11-30T10:00:00Z)}}',
  '<at>Ann</at>',
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...markup, '\n', '\r\n', '👩‍👩‍👧‍👦', 'שלום', '\ud83d', ' '), fc.string()))
  .map(all => all.join(''))

describe('[SH1] a message for an incoming webhook of Slack', () => {
  const textOf = (title: string, body: string) => plainMessage(contentFor('slack-webhook', { title, body }))

  it('has no sign that Slack acts on, and says what was typed', () => {
    fc.assert(
      fc.property(words, words, (title, body) => {
        const { text, mrkdwn } = textOf(title, body)
        expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
        expect(mrkdwn).toBe(false)
        const read = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
        expect(read).toBe(`${title.toWellFormed()}\nIdentified\n${body.toWellFormed()}`)
      }),
    )
  })

  it('fits whole within what the channel takes, though each sign takes five', () => {
    const { limits } = channelKind({ vendor: 'slack-webhook' })
    expect(textOf('&'.repeat(limits.title), '&'.repeat(limits.body)).text.length).toBeLessThan(40_000)
  })
})

interface Card {
  readonly attachments: readonly [
    { readonly contentType: string; readonly content: { readonly body: readonly Block[] } },
  ]
}
interface Block {
  readonly type: string
  readonly inlines: readonly { readonly type: string; readonly text: string }[]
}

describe('[TE1] a card for Teams', () => {
  const blocksOf = (title: string, body: string) =>
    (teamsMessage(contentFor('teams', { title, body })) as Card).attachments[0].content.body

  it('has texts without markup only, and says every line that was typed', () => {
    fc.assert(
      fc.property(words, words, (title, body) => {
        const blocks = blocksOf(title, body)
        const runs = blocks.flatMap(({ inlines }) => inlines)
        expect([...new Set([...blocks, ...runs].map(({ type }) => type))]).toEqual(
          runs.length === 0 ? [] : ['RichTextBlock', 'TextRun'],
        )
        expect(runs.every(({ text }) => text.isWellFormed() && !text.includes('{{') && text !== '')).toBe(true)
        const said = blocks.map(({ inlines }) => inlines.map(({ text }) => text).join(''))
        const typed = [title, 'Identified', body].flatMap(text => text.toWellFormed().split(/\r\n|[\n\r\u2028\u2029]/))
        expect(said).toEqual(typed.filter(line => line.trim() !== ''))
      }),
    )
  })

  it.each(Object.entries(hostileTexts))('carries %s as text', (_, text) => {
    expect(JSON.stringify(teamsMessage(contentFor('teams', { title: text, body: text })))).not.toContain('"TextBlock"')
  })

  it('[TE2] fits in full length in any script; what Teams would drop is refused, and nothing leaves', async () => {
    const { limits } = channelKind({ vendor: 'teams' })
    const long = contentFor('teams', { title: '👍'.repeat(limits.title), body: '👍'.repeat(limits.body) })
    expect(Buffer.byteLength(JSON.stringify(teamsMessage(long)))).toBeLessThan(TEAMS_LIMIT)
    const server = await startLoopback((_, response) => response.writeHead(202).end())
    const lines = update('teams', { body: 'a\n'.repeat(limits.body / 2) })
    expect(await open('teams', `${server.origin}${PATH}`).updates?.send(lines, never)).toMatchObject({
      ...{ outcome: 'refused', again: false },
      fault: { code: 'teams-too-large' },
    })
    expect(server.seen).toHaveLength(0)
  })

  it('[TE3] a refusal is in the words of Power Automate', async () => {
    const error = { code: 'WorkflowTriggerIsNotEnabled', message: 'Could not execute workflow: it is disabled.' }
    const server = await startLoopback((_, response) => sendJson(response, { error }, 400))
    expect(await open('teams', `${server.origin}${PATH}`).updates?.send(update('teams'), never)).toMatchObject({
      fault: { message: 'HTTP 400: Microsoft Teams rejected the request: Could not execute workflow: it is disabled.' },
    })
  })
})

describe('the test of a connection', () => {
  it('[TE3] to Teams posts nothing, and says that it did not', async () => {
    const server = await startLoopback((_, response) => response.writeHead(202).end())
    expect(await open('teams', `${server.origin}${PATH}`).probe(never)).toMatchObject({ code: 'address-untested' })
    expect(server.seen).toHaveLength(0)
    expect(await open('teams', 'nonsense').probe(never)).toMatchObject({ good: false, code: 'address-wrong' })
    expect(await open('teams', null).probe(never)).toMatchObject({ good: false, code: 'address-missing' })
  })

  it.each([
    [400, 'no_text', true],
    [400, 'invalid_payload', true],
    [403, 'invalid_token', false],
    [404, 'no_service', false],
    [500, 'rollup_error', false],
    [200, '<!doctype html>', false],
  ])('[SH3] to a webhook of Slack posts no text: %i %s', async (status, said, isGood) => {
    const server = await startLoopback((_, response) => response.writeHead(status).end(said))
    expect(await open('slack-webhook', `${server.origin}${PATH}`).probe(never)).toMatchObject({ good: isGood })
    expect(server.seen.map(({ body }) => body)).toEqual(['{}'])
  })
})
