import { describe, expect, it } from 'vitest'
import { never, sendJson, startLoopback } from '../http/loopback'
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
