import { describe, expect, it } from 'vitest'
import { statuspageMessage } from '../../../src/main/engine/vendors/statuspage/parse'
import { inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt, outgoing, TOKEN } from './accounts'

function component(id: string, change: object = {}): object {
  return { id, name: `Part ${id}`, group: false, status: 'operational', ...change }
}

/** A page whose calls are answered with this status where the path ends so. */
async function readWith(statuses: Readonly<Record<string, number>>) {
  const server = await startLoopback(({ url }, response) => {
    const end = Object.keys(statuses).find(one => url.pathname.endsWith(one))
    const status = end === undefined ? 200 : statuses[end]
    if (status !== 200) return sendJson(response, { message: `no ${end}` }, status)
    sendJson(response, url.pathname.endsWith('/components') ? [component('c1')] : [])
  })
  const reply = await accountAt('statuspage', server.origin).publicPage?.fetchPublicPage(never)
  return { reply, asked: server.seen.length }
}

const said = (words: string) => ({ code: 'said-words', values: { words } })

describe('what customers see', () => {
  it('[RP1] is read without the part that a token may not read, which is named', async () => {
    const { reply } = await readWith({ '/scheduled': 403 })
    expect(reply).toMatchObject({
      ok: true,
      value: {
        components: [{ id: 'c1' }],
        maintenances: [],
        missing: [
          { part: 'maintenances', reason: { code: 'vendor-forbids', values: { said: said('no /scheduled') } } },
        ],
      },
    })
    for (const part of ['/components', '/unresolved', '/scheduled'])
      for (const status of [403, 404, 500])
        expect((await readWith({ [part]: status })).reply, `${part} ${status}`).toMatchObject({
          ok: true,
          value: { missing: [{}] },
        })
  })

  it('[RP1] is not read on after a wrong token or a wish for silence, and is a fault where nothing was answered', async () => {
    expect(await readWith({ '/components': 401 })).toMatchObject({ reply: { ok: false }, asked: 1 })
    expect(await readWith({ '/unresolved': 429 })).toMatchObject({
      reply: { ok: false, fault: { kind: 'rate-limited' } },
      asked: 2,
    })
    const none = { '/components': 403, '/unresolved': 404, '/scheduled': 500 }
    expect(await readWith(none)).toMatchObject({ reply: { ok: false, fault: { status: 403 } }, asked: 3 })
  })

  it('[SP1] is read page by page, groups left out, with open incidents', async () => {
    const all = Array.from({ length: 130 }, (_, at) => component(`c${at}`))
    const incident = {
      id: 'i1',
      name: 'Payments fail',
      status: 'identified',
      shortlink: 'https://stspg.io/abc',
      created_at: '2026-02-20T12:00:00.000-06:00',
      updated_at: '2026-02-20T12:30:00.000-06:00',
      incident_updates: [
        { body: 'We look into it', created_at: '2026-02-20T12:00:00.000-06:00' },
        { body: 'We know the cause', created_at: '2026-02-20T18:29:00.000Z' },
      ],
    }
    const server = await startLoopback((seen, response) => {
      const at = (Number(seen.url.searchParams.get('page')) - 1) * 100
      const parts = [component('g', { group: true }), component('n', { status: '' }), ...all]
      sendJson(response, seen.url.pathname.endsWith('/components') ? parts.slice(at, at + 100) : [incident])
    })
    const reply = await accountAt('statuspage', server.origin).publicPage?.fetchPublicPage(never)
    expect(reply?.ok && reply.value.components).toHaveLength(131)
    expect(reply?.ok && reply.value.components[0]).toEqual({ id: 'n', name: 'Part n', status: 'operational' })
    expect(reply?.ok && reply.value.incidents).toEqual([
      {
        externalId: 'i1',
        name: 'Payments fail',
        status: 'identified',
        lastUpdate: 'We know the cause',
        updatedAt: Date.parse('2026-02-20T18:30:00Z'),
        url: 'https://stspg.io/abc',
      },
    ])
    expect(server.seen.map(seen => seen.url.pathname + seen.url.search)).toEqual([
      '/v1/pages/page1/components?page=1&per_page=100',
      '/v1/pages/page1/components?page=2&per_page=100',
      '/v1/pages/page1/incidents/unresolved?page=1&per_page=100',
      '/v1/pages/page1/incidents/scheduled?page=1&per_page=100',
      '/v1/pages/page1/incidents/active_maintenance?page=1&per_page=100',
    ])
    expect(server.seen[0]?.headers.authorization).toBe(`OAuth ${TOKEN}`)
  })

  it('[SP2] reads no component whose status we do not know, and names it', async () => {
    const server = await startLoopback((_, response) => sendJson(response, [component('c', { status: 'on_fire' })]))
    const reply = await accountAt('statuspage', server.origin).publicPage?.fetchPublicPage(never)
    const [components] = (reply?.ok && reply.value.missing) || []
    expect(inEnglish(components?.reason)).toContain('(“Part c”: “status” has a value that Quarterdeck does not know)')
  })
})

describe('publishing an update', () => {
  it('[SP3] posts an incident the first time: everything said outright, and marked with our ids', async () => {
    const made = { id: 'x1', shortlink: 'https://stspg.io/x1' }
    const server = await startLoopback((_, response) => sendJson(response, made, 201))
    const sent = await accountAt('statuspage', `${server.origin}/v1/`).updates?.send(outgoing('statuspage'), never)
    expect(sent).toEqual({ outcome: 'delivered', delivered: { externalId: 'x1', url: 'https://stspg.io/x1' } })
    expect(server.seen[0]).toMatchObject({ method: 'POST', url: { pathname: '/v1/pages/page1/incidents' } })
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      incident: {
        name: 'Payments fail',
        status: 'investigating',
        body: 'We look into it.',
        components: { c1: 'major_outage' },
        component_ids: ['c1'],
        deliver_notifications: false,
        metadata: { quarterdeck: { incident: 'inc-1', update: 'upd-1' } },
      },
    })
  })

  it('[SP4] patches that incident every later time', async () => {
    const server = await startLoopback((_, response) => sendJson(response, { id: 'x1', shortlink: null }))
    const change = { status: 'resolved', components: { c1: 'operational' }, notify: true } as const
    const sent = await accountAt('statuspage', server.origin).updates?.send(outgoing('statuspage', 'x1', change), never)
    expect(sent).toEqual({ outcome: 'delivered', delivered: { externalId: 'x1', url: null } })
    expect(server.seen[0]).toMatchObject({ method: 'PATCH', url: { pathname: '/v1/pages/page1/incidents/x1' } })
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      incident: {
        status: 'resolved',
        body: 'We look into it.',
        components: { c1: 'operational' },
        deliver_notifications: true,
        metadata: { quarterdeck: { incident: 'inc-1', update: 'upd-1' } },
      },
    })
  })

  it('[SP26] states the impact that its writer chose, the first time and later, and none where nobody chose', async () => {
    const server = await startLoopback((_, response) => sendJson(response, { id: 'x1', shortlink: null }))
    const { updates } = accountAt('statuspage', server.origin)
    await updates?.send(outgoing('statuspage', null, { impact: 'critical' }), never)
    await updates?.send(outgoing('statuspage', 'x1', { impact: 'none' }), never)
    await updates?.send(outgoing('statuspage', 'x1'), never)
    const asked = server.seen.map(({ method, body }) => [method, JSON.parse(body ?? '').incident.impact_override])
    expect(asked).toEqual([
      ['POST', 'critical'],
      ['PATCH', 'none'],
      ['PATCH', undefined],
    ])
  })

  it('[SP5] looks for a first update among open incidents, then among the newest of all', async () => {
    const ours = {
      id: 'x1',
      name: 'n',
      status: 'resolved',
      metadata: { quarterdeck: { incident: 'inc-1', update: 'upd-1' } },
    }
    const foreign = { id: 'x2', name: 'n', status: 'investigating', metadata: { jira: { issue: 'A-1' } } }
    const server = await startLoopback((seen, response) =>
      sendJson(response, seen.url.pathname.endsWith('/unresolved') ? [foreign] : [foreign, ours]),
    )
    const looked = await accountAt('statuspage', server.origin).updates?.verify(outgoing('statuspage'), never)
    expect(looked).toEqual({ found: 'delivered', delivered: { externalId: 'x1', url: null } })
    expect(server.seen.map(seen => seen.url.pathname + seen.url.search)).toEqual([
      '/v1/pages/page1/incidents/unresolved?per_page=100',
      '/v1/pages/page1/incidents?limit=100',
    ])
  })

  it('[SP6] looks for a later update at its incident, even when that is resolved or gone', async () => {
    const lookUp = async (status: number, metadata: object) => {
      const incident = { id: 'x1', name: 'n', status: 'resolved', metadata }
      const server = await startLoopback((_, response) => sendJson(response, incident, status))
      const looked = await accountAt('statuspage', server.origin).updates?.verify(outgoing('statuspage', 'x1'), never)
      expect(server.seen.map(seen => seen.url.pathname)).toEqual(['/v1/pages/page1/incidents/x1'])
      return looked?.found
    }
    expect(await lookUp(200, { quarterdeck: { incident: 'inc-1', update: 'upd-1' } })).toBe('delivered')
    expect(await lookUp(200, { quarterdeck: { incident: 'inc-1', update: 'upd-0' } })).toBe('absent')
    expect(await lookUp(200, { quarterdeck: 'upd-1' })).toBe('absent')
    expect(await lookUp(404, {})).toBe('absent')
    expect(await lookUp(500, {})).toBe('unknown')
  })

  it('[SP7] reads errors in all three of their shapes', () => {
    expect(statuspageMessage({ message: 'no' })).toBe('no')
    expect(statuspageMessage(['Name is too long', 'Bad'])).toBe('Name is too long; Bad')
    expect(statuspageMessage({ error: 'Could not authenticate' })).toBe('Could not authenticate')
    expect(statuspageMessage({ error: ['a', 'b'] })).toBe('a; b')
    expect(statuspageMessage(7)).toBe(null)
  })

  it('[SP8] tests by reading the page', async () => {
    const server = await startLoopback((_, response) => sendJson(response, { id: 'page1', name: 'Acme Status' }))
    expect(await accountAt('statuspage', server.origin).probe(never)).toMatchObject({
      good: true,
      message: 'Reached the status page “Acme Status”',
    })
    expect(server.seen[0]?.url.pathname).toBe('/v1/pages/page1')
  })
})
