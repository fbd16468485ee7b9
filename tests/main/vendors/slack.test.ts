import { describe, expect, it } from 'vitest'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt, outgoing } from './accounts'

const ours = {
  ts: '1512085950.000216',
  metadata: { event_type: 'quarterdeck_update', event_payload: { incident: 'inc-1', update: 'upd-1' } },
}

describe('Slack', () => {
  it('[SL1] [SL7] posts escaped text that calls nobody, marked with our ids', async () => {
    const server = await startLoopback((_, response) =>
      sendJson(response, { ok: true, channel: 'C1', ts: '1512085950.000216' }),
    )
    const change = { title: 'Payments <!channel> & co', body: 'a < b > c' }
    const sent = await accountAt('slack', server.origin).updates?.send(outgoing('slack', null, change), never)
    expect(sent).toEqual({ outcome: 'delivered', delivered: { externalId: '1512085950.000216', url: null } })
    expect(server.seen[0]?.url.pathname).toBe('/api/chat.postMessage')
    expect(server.seen[0]?.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      channel: 'C1',
      text: 'Payments &lt;!channel&gt; &amp; co\nInvestigating\na &lt; b &gt; c',
      mrkdwn: false,
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: 'quarterdeck_update', event_payload: { incident: 'inc-1', update: 'upd-1' } },
    })
  })

  it.each([
    ['invalid_auth', 'refused', 'token-refused', 'Slack does not know this token'],
    ['not_in_channel', 'refused', 'vendor-error', 'invite it there'],
    ['some_new_code', 'refused', 'vendor-error', 'some_new_code'],
    ['constructor', 'refused', 'vendor-error', 'constructor: Slack rejected the request'],
    ['ratelimited', 'refused', 'rate-limited', 'slow down'],
    ['fatal_error', 'unknown', 'vendor-error', 'fatal_error'],
  ])('[SL2] says what %s means, though the status is 200', async (error, outcome, kind, words) => {
    const server = await startLoopback((_, response) => sendJson(response, { ok: false, error }))
    const sent = await accountAt('slack', server.origin).updates?.send(outgoing('slack'), never)
    expect(sent).toMatchObject({ outcome, fault: { kind } })
    expect(JSON.stringify(sent)).toContain(words)
    expect(await accountAt('slack', server.origin).probe(never)).toMatchObject({ good: false })
  })

  it('[SL3] names the right that a token lacks', async () => {
    const body = { ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'channels:read' }
    const server = await startLoopback((_, response) => sendJson(response, body))
    const { message } = await accountAt('slack', server.origin).probe(never)
    expect(message).toBe('missing_scope: The token lacks a scope: it needs chat:write')
  })

  it('[SL4] looks through the pages of the history, short ones too, since the last update', async () => {
    const pages = [
      { messages: [], response_metadata: { next_cursor: 'two' } },
      {
        messages: [
          { ts: '1.1', text: 'hi' },
          { ts: '1.2', metadata: 'odd' },
        ],
        response_metadata: { next_cursor: 'three' },
      },
      { messages: [ours], response_metadata: { next_cursor: '' } },
    ]
    const server = await startLoopback((seen, response) => {
      const at = ['two', 'three'].indexOf(seen.url.searchParams.get('cursor') ?? '') + 1
      sendJson(response, { ok: true, ...pages[at] })
    })
    const looked = await accountAt('slack', server.origin).updates?.verify(outgoing('slack', '1.0'), never)
    expect(looked).toEqual({ found: 'delivered', delivered: { externalId: ours.ts, url: null } })
    expect(Object.fromEntries(server.seen[0]?.url.searchParams ?? [])).toEqual({
      channel: 'C1',
      limit: '200',
      include_all_metadata: 'true',
      oldest: '1.0',
    })
  })

  it('[SL5] does not say "absent" where it could not read all since the last update', async () => {
    const server = await startLoopback((_, response) =>
      sendJson(response, { ok: true, messages: [], response_metadata: { next_cursor: 'more' } }),
    )
    const { updates } = accountAt('slack', server.origin)
    expect(await updates?.verify(outgoing('slack', '1.0'), never)).toMatchObject({ found: 'unknown' })
    expect(server.seen).toHaveLength(5)
    expect(await updates?.verify(outgoing('slack'), never)).toEqual({ found: 'absent' })
  })

  it('[SL6] tells whom the token speaks for when tested', async () => {
    const server = await startLoopback((_, response) => sendJson(response, { ok: true, team: 'Acme', user: 'deck' }))
    expect(await accountAt('slack', server.origin).probe(never)).toMatchObject({
      good: true,
      message: 'Reached Slack as deck in Acme',
    })
  })
})
