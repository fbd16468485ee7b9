import { describe, expect, it } from 'vitest'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt } from './accounts'

const alert = (fingerprint: string, status: object) => ({
  ...{ fingerprint, labels: { alertname: fingerprint }, annotations: {}, startsAt: '2026-11-20T10:00:00Z' },
  status: { silencedBy: [], inhibitedBy: [], mutedBy: [], ...status },
})
const silence = (id: string, endsAt: string, comment = '') => ({ id, endsAt, createdBy: 'ada', comment })

async function read(alerts: readonly object[], silences: readonly object[] | null) {
  const server = await startLoopback(({ url }, response) => {
    if (url.pathname.endsWith('/alerts')) sendJson(response, alerts)
    else if (silences === null) response.writeHead(503).end('Too many requests')
    else sendJson(response, silences)
  })
  const reply = await accountAt('alertmanager', server.origin).alerts?.fetchOpenAlerts(never)
  const asked = server.seen.map(({ url }) => url.pathname)
  return { asked, rows: reply?.ok ? reply.value.map(({ state, hush }) => [state, hush]) : reply }
}

const silenced = alert('A', { state: 'suppressed', silencedBy: ['s1', 's2'] })

describe('silences', () => {
  it('[AM1] say who silenced an alert, until when and why; the longest counts', async () => {
    const { rows } = await read(
      [silenced, alert('B', { state: 'suppressed', inhibitedBy: ['x'] }), alert('C', { state: 'active' })],
      [silence('s1', '2026-11-20T11:00:00Z'), silence('s2', '2026-11-20T14:30:00+01:00', 'planned work')],
    )
    expect(rows).toEqual([
      ['suppressed', 'silenced by ada until 2026-11-20 13:30 UTC: planned work'],
      ['suppressed', 'inhibited by another alert that fires'],
      ['firing', undefined],
    ])
  })

  it('[AM1] are asked for only while something is silenced', async () => {
    expect((await read([alert('C', { state: 'active' })], [])).asked).toEqual(['/api/v2/alerts'])
  })

  it('[AM1] that cannot be read cost no alert', async () => {
    expect((await read([silenced], null)).rows).toEqual([['suppressed', 'silenced']])
  })
})

describe('the list of silences', () => {
  const whole = (id: string, change: object = {}) => ({
    ...silence(id, '2026-11-20T14:00:00Z', 'planned work'),
    ...{ startsAt: '2026-11-20T10:00:00Z', status: { state: 'active' }, matchers: [] },
    ...change,
  })

  async function list(alerts: readonly object[], silences: readonly object[]) {
    const server = await startLoopback(({ url }, response) =>
      sendJson(response, url.pathname.endsWith('/alerts') ? alerts : silences),
    )
    const reply = await accountAt('alertmanager', server.origin).silences?.(never)
    return { server, rows: reply?.ok ? reply.value : reply }
  }

  it('[AM2] says who, why, from when until when, which matchers, and how many open alerts it hides', async () => {
    const matchers = [
      { name: 'service', value: 'checkout', isRegex: false, isEqual: true },
      { name: 'zone', value: 'eu-.*', isRegex: true },
      { name: 'tier', value: 'gold', isRegex: false, isEqual: false },
      { name: 'job', value: 'a|b', isRegex: true, isEqual: false },
    ]
    const { server, rows } = await list(
      [silenced, alert('B', { state: 'suppressed', silencedBy: ['s1'] })],
      [whole('s1', { matchers }), whole('s2'), whole('s3')],
    )
    expect(rows).toMatchObject([
      {
        ...{ id: 'test-alertmanager/s1', by: 'ada', why: 'planned work', hides: 2 },
        ...{ from: Date.UTC(2026, 10, 20, 10), until: Date.UTC(2026, 10, 20, 14) },
        matchers: ['service="checkout"', 'zone=~"eu-.*"', 'tier!="gold"', 'job!~"a|b"'],
      },
      { hides: 1 },
      { hides: 0 },
    ])
    expect(server.seen.map(({ url }) => `${url.pathname}${url.search}`)).toEqual([
      '/api/v2/silences',
      '/api/v2/alerts?active=false',
    ])
  })

  it('[AM2] leaves out what is over, and stands what an old or strange one does not say', async () => {
    const bare = { id: 's1', endsAt: '2026-11-20T14:00:00Z' }
    const { rows } = await list([], [whole('s0', { status: { state: 'expired' } }), bare])
    expect(rows).toEqual([
      {
        ...{ id: 'test-alertmanager/s1', connection: 'test-alertmanager', by: '', why: '', from: 0 },
        ...{ until: Date.UTC(2026, 10, 20, 14), matchers: [], hides: 0 },
      },
    ])
  })

  it('[AM2] that cannot be read says so in the vendor’s words', async () => {
    const server = await startLoopback((_, response) => response.writeHead(503).end('Too many requests'))
    const reply = await accountAt('alertmanager', server.origin).silences?.(never)
    expect(reply).toMatchObject({ ok: false, fault: { status: 503 } })
  })
})
