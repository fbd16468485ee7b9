import { describe, expect, it } from 'vitest'
import { pagerDutyMessage } from '../../../src/main/engine/vendors/pagerduty/parse'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt, TOKEN } from './accounts'

function incident(id: string, change: object = {}): object {
  return {
    id,
    title: `Title of ${id}`,
    status: 'triggered',
    urgency: 'high',
    created_at: '2026-10-06T21:30:42Z',
    html_url: `https://acme.pagerduty.com/incidents/${id}`,
    service: { id: 'S1', summary: 'Payments' },
    priority: null,
    ...change,
  }
}

async function rowsOf(...incidents: readonly object[]) {
  const server = await startLoopback((_, response) => sendJson(response, { incidents, more: false }))
  const reply = await accountAt('pagerduty', server.origin).alerts?.fetchOpenAlerts(never)
  return { server, rows: reply?.ok ? reply.value : [], reply }
}

describe('PagerDuty', () => {
  it('[PD1] asks for all open incidents of all time, in its own media type', async () => {
    const { server } = await rowsOf()
    const [seen] = server.seen
    expect(seen?.url.pathname).toBe('/incidents')
    expect(seen?.url.searchParams.getAll('statuses[]')).toEqual(['triggered', 'acknowledged'])
    expect(seen?.url.searchParams.get('date_range')).toBe('all')
    expect(seen?.headers.accept).toBe('application/vnd.pagerduty+json;version=2')
    expect(seen?.headers.authorization).toBe(`Token token=${TOKEN}`)
  })

  it('[PD2] turns an incident into a page on our board', async () => {
    const { rows } = await rowsOf(incident('P1', { status: 'acknowledged' }))
    expect(rows).toEqual([
      {
        id: 'test-pagerduty/P1',
        connection: 'test-pagerduty',
        externalId: 'P1',
        origin: 'page',
        title: 'Title of P1',
        service: 'Payments',
        urgency: 'high',
        state: 'acknowledged',
        startedAt: Date.parse('2026-10-06T21:30:42Z'),
        url: 'https://acme.pagerduty.com/incidents/P1',
        cause: null,
        // The answer says nothing of who and when.
        acknowledged: { at: null, by: '' },
      },
    ])
  })

  it.each([
    ['[FIRING:2] HighErrorRate payments-api (critical)', 'HighErrorRate'],
    ['[FIRING:1] HighErrorRate', 'HighErrorRate'],
    ['HighErrorRate on payments', null],
    ['[FIRING:1] (critical)', null],
  ])('[PD11] reads the cause out of the title that Alertmanager gives: %s', async (title, cause) => {
    expect((await rowsOf(incident('P1', { title }))).rows).toMatchObject([{ title, cause }])
  })

  it('[PD3] ranks by priority, then by urgency, and leaves out what is resolved', async () => {
    const { rows } = await rowsOf(
      incident('A', { priority: { summary: 'P1' }, urgency: 'low' }),
      incident('B', { priority: { summary: 'SEV-1 Critical' } }),
      incident('C', { priority: { summary: 'P12' } }),
      incident('D', { urgency: 'low' }),
      incident('E', { status: 'resolved' }),
    )
    expect(rows.map(row => [row.externalId, row.urgency])).toEqual([
      ['A', 'critical'],
      ['B', 'critical'],
      ['C', 'high'],
      ['D', 'low'],
    ])
  })

  it('[PD4] takes null for any field that it can do without, and a hostile link for none', async () => {
    const bare = { title: null, urgency: null, html_url: 'javascript:alert(1)', service: null }
    const { rows } = await rowsOf(
      incident('A', bare),
      incident('B', { title: null, summary: '[#3] Fire', service: {} }),
    )
    expect(rows).toMatchObject([
      { title: 'Incident without a title', service: null, urgency: 'high', url: null },
      { title: '[#3] Fire', service: null },
    ])
  })

  it('[PD5] names the field it cannot do without', async () => {
    const { reply } = await rowsOf(incident('A', { id: null }))
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'unreadable-answer' } })
    expect(JSON.stringify(reply)).toContain('“id” is missing or not a string')
  })

  it('[PD6] pages to the end, and shows an incident once that slipped onto the next page', async () => {
    const all = Array.from({ length: 250 }, (_, at) => incident(`I${at}`))
    const server = await startLoopback((seen, response) => {
      const offset = Number(seen.url.searchParams.get('offset'))
      const from = Math.max(0, offset - 1)
      sendJson(response, { incidents: all.slice(from, from + 100), more: offset + 100 < all.length })
    })
    const reply = await accountAt('pagerduty', server.origin).alerts?.fetchOpenAlerts(never)
    expect(server.seen.map(seen => seen.url.searchParams.get('offset'))).toEqual(['0', '100', '200'])
    expect(reply?.ok && new Set(reply.value.map(row => row.id)).size).toBe(reply?.ok && reply.value.length)
  })

  it('[PD7] never asks for more than PagerDuty will page through', async () => {
    const server = await startLoopback((seen, response) =>
      sendJson(response, { incidents: [incident(`I${seen.url.searchParams.get('offset')}`)], more: true }),
    )
    const reply = await accountAt('pagerduty', server.origin).alerts?.fetchOpenAlerts(never)
    expect(reply?.ok && reply.value).toHaveLength(100)
    expect(server.seen.at(-1)?.url.searchParams.get('offset')).toBe('9900')
  })

  it('[PD8] gives no half list: a page that fails is the answer', async () => {
    const server = await startLoopback((seen, response) => {
      if (seen.url.searchParams.get('offset') === '0') sendJson(response, { incidents: [incident('A')], more: true })
      else response.writeHead(500).end()
    })
    const reply = await accountAt('pagerduty', server.origin).alerts?.fetchOpenAlerts(never)
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'vendor-error', status: 500 } })
  })

  it('[PD9] reads errors in both of their shapes', () => {
    const error = { message: 'Invalid Input Provided', code: 2001 }
    expect(pagerDutyMessage({ error: { ...error, errors: ['Title is empty', 'Bad'] } })).toBe(
      'Invalid Input Provided: Title is empty: Bad',
    )
    expect(pagerDutyMessage({ error: { ...error, errors: { title: ['is empty'] } } })).toBe(
      'Invalid Input Provided: is empty',
    )
    expect(pagerDutyMessage({ error })).toBe('Invalid Input Provided')
    expect(pagerDutyMessage({ hello: 1 })).toBe(null)
  })

  it('[PD10] tests by reading one incident', async () => {
    const { server } = await rowsOf()
    expect(await accountAt('pagerduty', server.origin, 'Bearer oauth-token').probe(never)).toMatchObject({
      good: true,
      message: 'Reached PagerDuty: it returns incidents',
    })
    const asked = server.seen.findLast(({ url }) => url.pathname === '/incidents')
    expect(asked?.url.searchParams.get('limit')).toBe('1')
    expect(server.seen.at(-1)?.headers.authorization).toBe('Bearer oauth-token')
  })
})
