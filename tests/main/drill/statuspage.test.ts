import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Playing, play } from './playing'

const SP = 'drill-statuspage'
const PAGE = '/v1/pages/drillshop001'
let playing: Playing

beforeEach(async () => {
  playing = await play()
  playing.goTo(5)
})
afterEach(() => playing.stop())

function post(incident: object) {
  return playing.call(SP, 'POST', `${PAGE}/incidents`, { json: { incident } })
}

const outage = {
  name: 'Payments fail',
  status: 'investigating',
  body: 'Some payments fail. We are looking into it.',
  components: { cmpcheckout1: 'major_outage', cmppayapi001: 'degraded_performance' },
  deliver_notifications: false,
  metadata: { quarterdeck: { update: 'u-1' } },
}

async function componentStates(): Promise<Record<string, string>> {
  const { body } = await playing.call(SP, 'GET', `${PAGE}/components`)
  return Object.fromEntries(body.map((one: { id: string; status: string }) => [one.id, one.status]))
}

describe("Statuspage's stand-in", () => {
  it('[SS1] has the page, and six components that are operational', async () => {
    expect((await playing.call(SP, 'GET', PAGE)).body).toMatchObject({ id: 'drillshop001', name: 'Drill shop status' })
    const states = await componentStates()
    expect(Object.keys(states)).toHaveLength(6)
    expect(new Set(Object.values(states))).toEqual(new Set(['operational']))
  })

  it('[SS2] posts an incident: 201, components set, metadata kept, one update', async () => {
    const answer = await post(outage)
    expect(answer).toMatchObject({
      status: 201,
      body: {
        name: 'Payments fail',
        status: 'investigating',
        impact: 'critical',
        metadata: outage.metadata,
        created_at: '2026-11-20T12:05:00.000Z',
        resolved_at: null,
        incident_updates: [{ body: outage.body, status: 'investigating', deliver_notifications: false }],
      },
    })
    expect(answer.body.incident_updates[0].affected_components).toContainEqual({
      code: 'cmpcheckout1',
      name: 'Checkout',
      old_status: 'operational',
      new_status: 'major_outage',
    })
    expect(await componentStates()).toMatchObject({ cmpcheckout1: 'major_outage', cmpcards0001: 'operational' })
  })

  it('[SS3] patches it to resolved: a new update on top, metadata merged, gone from the unresolved', async () => {
    const { body: posted } = await post(outage)
    playing.goTo(24)
    const incident = { status: 'resolved', body: 'All good.', components: { cmpcheckout1: 'operational' } }
    const metadata = { other: { x: 1 } }
    const path = `${PAGE}/incidents/${posted.id}`
    const patched = await playing.call(SP, 'PATCH', path, { json: { incident: { ...incident, metadata } } })
    expect(patched).toMatchObject({
      status: 200,
      body: { status: 'resolved', metadata: { ...outage.metadata, ...metadata } },
    })
    expect(patched.body.resolved_at).toBe('2026-11-20T12:24:00.000Z')
    expect(patched.body.incident_updates.map((one: { body: string }) => one.body)).toEqual(['All good.', outage.body])
    // Nothing resets by itself: the component that was not named stays as it was.
    expect(await componentStates()).toMatchObject({ cmpcheckout1: 'operational', cmppayapi001: 'degraded_performance' })
    expect((await playing.call(SP, 'GET', `${PAGE}/incidents/unresolved`)).body).toEqual([])
    expect((await playing.call(SP, 'GET', `${PAGE}/incidents`)).body).toHaveLength(1)
    expect((await playing.call(SP, 'GET', path)).body.id).toBe(posted.id)
  })

  it('[SS4] lists newest first, pages by limit and page, and searches', async () => {
    for (const name of ['One', 'Two', 'Three']) await post({ name, body: `About ${name}` })
    const names = async (query: string) =>
      (await playing.call(SP, 'GET', `${PAGE}/incidents?${query}`)).body.map((one: { name: string }) => one.name)
    expect(await names('limit=2')).toEqual(['Three', 'Two'])
    expect(await names('limit=2&page=2')).toEqual(['One'])
    expect(await names('q=about%20two')).toEqual(['Two'])
    const unresolved = await playing.call(SP, 'GET', `${PAGE}/incidents/unresolved?per_page=1&page=3`)
    expect(unresolved.body).toMatchObject([{ name: 'One', status: 'investigating' }])
  })

  it('[SS5] component_ids only link; a patch without words writes no update', async () => {
    const { body: posted } = await post({ name: 'Linked', body: 'x', component_ids: ['cmpbank00001'] })
    expect(posted.components).toMatchObject([{ id: 'cmpbank00001', status: 'operational' }])
    const json = { incident: { impact_override: 'minor', metadata: { a: {} } } }
    const patched = await playing.call(SP, 'PATCH', `${PAGE}/incidents/${posted.id}`, { json })
    expect(patched.body).toMatchObject({ impact: 'minor', metadata: { a: {} } })
    expect(patched.body.incident_updates).toHaveLength(1)
  })

  it('[SS6] patches a component', async () => {
    const json = { component: { status: 'partial_outage' } }
    const path = `${PAGE}/components/cmpcards0001`
    expect(await playing.call(SP, 'PATCH', path, { json })).toMatchObject({
      status: 200,
      body: { id: 'cmpcards0001', status: 'partial_outage', position: 3, group: false },
    })
    const wrong = await playing.call(SP, 'PATCH', path, { json: { component: { status: 'broken' } } })
    expect(wrong).toMatchObject({ status: 422, body: [expect.stringMatching(/^Status must be one of operational, /)] })
    expect(await playing.call(SP, 'PATCH', `${PAGE}/components/none`, { json })).toMatchObject({ status: 404 })
  })

  it.each([
    ['a status that is none', { name: 'x', status: 'burning' }, /^Status must be one of investigating, /],
    [
      'a component status that is none',
      { name: 'x', components: { cmpcheckout1: 'red' } },
      /must be one of operational/,
    ],
    ['a component that is not there', { name: 'x', components: { api_service: 'major_outage' } }, /api_service/],
    ['no name', { body: 'x' }, /^Name can't be blank$/],
    ['a name that is too long', { name: 'x'.repeat(256) }, /^Name is too long/],
    ['metadata that are no objects', { name: 'x', metadata: { update: 'u-1' } }, /must be an object$/],
  ])('[SS7] refuses %s with 422, and nothing is posted', async (_what, incident, words) => {
    expect(await post(incident)).toMatchObject({ status: 422, body: [expect.stringMatching(words)] })
    expect((await playing.call(SP, 'GET', `${PAGE}/incidents`)).body).toEqual([])
  })

  it('[SS8] 400 for a body that is not wrapped, 404 for what is not there', async () => {
    expect(await playing.call(SP, 'POST', `${PAGE}/incidents`, { json: outage })).toMatchObject({ status: 400 })
    const absent = [
      `${PAGE}/incidents/none`,
      `${PAGE}/nothing`,
      '/v1/pages/other',
      '/v1/pages/drillshop0012/components',
    ]
    for (const path of absent) expect((await playing.call(SP, 'GET', path)).status, path).toBe(404)
  })

  it('[SS9] knows only its own key, in its own form', async () => {
    const token = playing.drill.secrets.read('drill-statuspage' as never)
    for (const authorization of [null, 'OAuth wrong', `Bearer ${token}`, `OAuth ${token}x`]) {
      const answer = await playing.call(SP, 'GET', PAGE, { headers: { authorization } })
      expect(answer, String(authorization)).toMatchObject({ status: 401, body: { error: 'Could not authenticate' } })
    }
    expect(
      (await playing.call(SP, 'GET', `${PAGE}?api_key=${token}`, { headers: { authorization: null } })).status,
    ).toBe(401)
  })

  it('[SS10] remembers incidents and components over a restart', async () => {
    const { body: posted } = await post(outage)
    await playing.restart()
    const { body } = await playing.call(SP, 'GET', `${PAGE}/incidents/unresolved`)
    expect(body).toEqual([posted])
    expect(await componentStates()).toMatchObject({ cmpcheckout1: 'major_outage' })
  })
})
