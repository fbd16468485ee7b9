import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Playing, play } from './playing'

const PD = 'drill-pagerduty'
const FROM = { headers: { from: 'commander@example.com' } }
const FIRST = 'Q0PAYERR01'
let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

async function openIds(): Promise<string[]> {
  const answer = await playing.call(PD, 'GET', '/incidents?statuses[]=triggered&statuses[]=acknowledged&limit=100')
  expect(answer.status).toBe(200)
  return answer.body.incidents.map((incident: { id: string }) => incident.id)
}

function put(status: string, more: object = {}) {
  const json = { incident: { type: 'incident_reference', status, ...more } }
  return playing.call(PD, 'PUT', `/incidents/${FIRST}`, { ...FROM, json })
}

describe("PagerDuty's stand-in", () => {
  it('[PS1] has each page between its two instants, newest first', async () => {
    const seen: [number, number][] = []
    for (const minutes of [1.9, 2, 4.6, 5.6, 19.9, 20.1, 20.6, 21.1]) {
      playing.goTo(minutes)
      seen.push([minutes, (await openIds()).length])
    }
    expect(seen).toEqual([[1.9, 0], [2, 1], [4.6, 2], [5.6, 3], [19.9, 3], [20.1, 2], [20.6, 1], [21.1, 0]]) // biome-ignore format: a table
    playing.goTo(22)
    const all = await playing.call(PD, 'GET', '/incidents?date_range=all')
    expect(all.body.incidents.map((one: { status: string }) => one.status)).toEqual([
      'resolved',
      'resolved',
      'resolved',
    ])
  })

  it('[PS2] answers an incident in the real shape', async () => {
    playing.goTo(3)
    const { body } = await playing.call(PD, 'GET', `/incidents/${FIRST}?include[]=body`)
    expect(body.incident).toMatchObject({
      id: FIRST,
      type: 'incident',
      incident_number: 1,
      title: 'payments-api: error rate above 5 %',
      created_at: '2026-11-20T12:02:00Z',
      status: 'triggered',
      urgency: 'high',
      service: { id: 'PAYAPI1', type: 'service_reference', summary: 'payments-api' },
      assignments: [{ assignee: { type: 'user_reference', summary: 'Amara Osei' } }],
      resolved_at: null,
      body: { type: 'incident_body' },
    })
    expect(body.incident.html_url).toMatch(/^https:\/\/[^/]*\.invalid\//)
  })

  it('[PS3] pages a list by limit and offset; total only when asked for', async () => {
    playing.goTo(6)
    const first = await playing.call(PD, 'GET', '/incidents?limit=2&offset=0')
    expect(first.body).toMatchObject({ limit: 2, offset: 0, more: true, total: null })
    const last = await playing.call(PD, 'GET', '/incidents?limit=2&offset=2&total=true')
    expect(last.body).toMatchObject({ limit: 2, offset: 2, more: false, total: 3 })
    expect(last.body.incidents).toHaveLength(1)
    for (const query of ['limit=0', 'limit=101', 'offset=-1', 'limit=100&offset=9950', 'statuses[]=open']) {
      expect(await playing.call(PD, 'GET', `/incidents?${query}`), query).toMatchObject({
        status: 400,
        body: { error: { code: 2001, message: 'Invalid Input Provided' } },
      })
    }
  })

  it('[PS4] acknowledges and resolves, for a user that exists', async () => {
    playing.goTo(3)
    const acknowledged = await put('acknowledged')
    expect(acknowledged).toMatchObject({ status: 200, body: { incident: { status: 'acknowledged' } } })
    expect(acknowledged.body.incident.acknowledgements[0].acknowledger.summary).toBe('Incident Commander')
    expect(await put('acknowledged')).toMatchObject({ status: 400, body: { error: { code: 1002 } } })
    expect(await put('resolved', { resolution: 'Rolled back' })).toMatchObject({
      body: { incident: { status: 'resolved', assignments: [], resolved_at: '2026-11-20T12:03:00Z' } },
    })
    expect(await put('resolved')).toMatchObject({ status: 400, body: { error: { code: 1001 } } })
    const notes = await playing.call(PD, 'GET', `/incidents/${FIRST}/notes`)
    expect(notes.body.notes).toMatchObject([{ content: 'Rolled back', user: { summary: 'Incident Commander' } }])
  })

  it('[PS5] an acknowledgement of a resolved page opens it again, as the vendor warns', async () => {
    playing.goTo(20.5)
    expect(await openIds()).not.toContain(FIRST)
    await put('acknowledged')
    expect(await openIds()).toContain(FIRST)
  })

  it('[PS6] refuses writes without From, with a stranger in it, and with a status that is none', async () => {
    playing.goTo(3)
    const json = { incident: { type: 'incident_reference', status: 'acknowledged' } }
    const path = `/incidents/${FIRST}`
    expect(await playing.call(PD, 'PUT', path, { json })).toMatchObject({
      status: 400,
      body: { error: { code: 2001 } },
    })
    const stranger = await playing.call(PD, 'PUT', path, { json, headers: { from: 'nobody@example.com' } })
    expect(stranger).toMatchObject({ status: 400, body: { error: { code: 1008 } } })
    expect(await put('closed')).toMatchObject({ status: 400, body: { error: { code: 1003 } } })
    expect(await playing.call(PD, 'PUT', path, { ...FROM, json: {} })).toMatchObject({ status: 400 })
    expect(await playing.call(PD, 'GET', '/incidents/NOSUCH')).toMatchObject({
      status: 404,
      body: { error: { code: 2100, message: 'Not Found' } },
    })
  })

  it('[PS7] knows only its own token, in its own form', async () => {
    const token = playing.drill.secrets.read(playing.drill.connections[0]?.id ?? ('' as never))
    for (const authorization of [null, 'Token token=wrong', `Bearer ${token}`, `Token ${token}`]) {
      const answer = await playing.call(PD, 'GET', '/abilities', { headers: { authorization } })
      expect(answer, String(authorization)).toMatchObject({ status: 401, body: { error: { code: 2006 } } })
    }
  })

  it('[PS8] has abilities, services, users and on-calls', async () => {
    expect((await playing.call(PD, 'GET', '/abilities')).body.abilities).toContain('teams')
    expect((await playing.call(PD, 'GET', '/services')).body.services).toHaveLength(3)
    const inFull = await playing.call(PD, 'GET', '/services?include[]=escalation_policies')
    expect(inFull.body.services[0].escalation_policy.escalation_rules).toMatchObject([
      { escalation_delay_in_minutes: 5, targets: [{ summary: 'Amara Osei' }] },
      { targets: [{ summary: 'Incident Commander' }] },
    ])
    expect((await playing.call(PD, 'GET', '/users')).body.users[0]).toMatchObject({ email: 'amara.osei@example.com' })
    expect((await playing.call(PD, 'GET', '/oncalls')).body.oncalls[0]).toMatchObject({ schedule: null, start: null })
  })

  it('[PS9] remembers acknowledgements and notes over a restart', async () => {
    playing.goTo(3)
    await put('acknowledged')
    await playing.call(PD, 'POST', `/incidents/${FIRST}/notes`, { ...FROM, json: { note: { content: 'Looking' } } })
    await playing.restart()
    const { body } = await playing.call(PD, 'GET', `/incidents/${FIRST}`)
    expect(body.incident.status).toBe('acknowledged')
    const notes = await playing.call(PD, 'GET', `/incidents/${FIRST}/notes`)
    expect(notes.body.notes).toMatchObject([{ content: 'Looking' }])
  })
})
