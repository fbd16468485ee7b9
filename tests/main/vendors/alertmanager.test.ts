import { describe, expect, it } from 'vitest'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt } from './accounts'

function alert(fingerprint: string, state: string, labels: object): object {
  const times = { startsAt: '2026-01-02T13:30:00.000Z', endsAt: '2026-01-02T14:30:00.000Z' }
  const status = { state, silencedBy: [], inhibitedBy: [] }
  return {
    fingerprint,
    status,
    labels,
    annotations: {},
    receivers: [],
    generatorURL: 'http://prom/graph?g0=1',
    ...times,
  }
}

describe('Alertmanager', () => {
  it('[AM1] shows every alert, and keeps the silenced ones on the list as suppressed', async () => {
    const alerts = [
      alert('f1', 'active', { alertname: 'Errors', severity: 'page', job: 'api' }),
      alert('f2', 'suppressed', { alertname: 'Noise' }),
      alert('f3', 'unprocessed', { alertname: 'New' }),
    ]
    const server = await startLoopback((_, response) => sendJson(response, alerts))
    const reply = await accountAt('alertmanager', `${server.origin}/am`).alerts?.fetchOpenAlerts(never)
    expect(server.seen[0]?.url.pathname).toBe('/am/api/v2/alerts')
    expect(reply).toMatchObject({
      ok: true,
      value: [
        { id: 'test-alertmanager/f1', title: 'Errors', state: 'firing', urgency: 'critical', service: 'api' },
        {
          externalId: 'f2',
          state: 'suppressed',
          cause: 'Noise',
          labels: { alertname: 'Noise' },
          url: 'http://prom/graph?g0=1',
        },
        { externalId: 'f3', state: 'firing', startedAt: Date.parse('2026-01-02T13:30:00Z') },
      ],
    })
  })

  it('[AM3] reads a storm in one answer, far larger than others may be', async () => {
    const storm = Array.from({ length: 9_000 }, (_, at) => alert(`f${at}`, 'active', { pad: 'x'.repeat(1_000) }))
    const server = await startLoopback((_, response) => sendJson(response, storm))
    const reply = await accountAt('alertmanager', server.origin).alerts?.fetchOpenAlerts(never)
    expect(reply?.ok === true && reply.value.length).toBe(9_000)
  })

  it('[AM2] tells its version when tested, and its plain-text 503 when it is busy', async () => {
    const server = await startLoopback((seen, response) => {
      if (seen.url.pathname.endsWith('/status')) sendJson(response, { versionInfo: { version: '0.25.0' } })
      else response.writeHead(503).end('Limit of concurrent GET requests reached (8), try again later.\n')
    })
    const account = accountAt('alertmanager', server.origin)
    expect(await account.probe(never)).toMatchObject({
      good: true,
      message: 'Reached Alertmanager 0.25.0',
      abilities: [{ may: 'unknown', message: expect.stringContaining('try again later') }, { may: 'unknown' }],
    })
    const reply = await account.alerts?.fetchOpenAlerts(never)
    expect(JSON.stringify(reply)).toContain('Limit of concurrent GET requests reached')
  })
})
