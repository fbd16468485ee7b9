import { expect } from 'vitest'
import type { Connection, PanelSpec } from '../../../src/shared/contract/connections'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { HOUR } from '../../../src/shared/lib/time'
import { startLoopback } from '../../main/http/loopback'
import { scratchFolder } from '../../support/folders'
import { type Loopback, sendJson } from '../../support/open-loopback'
import { type RunningEngine, runEngine } from '../../support/running-engine'

export const sources = ['prom/alerts', 'prom/panels', 'sp/components'] as const

/** Prometheus with one alert and one line, a status page with one broken part, PagerDuty with one person on call. */
export function vendors(): Promise<Loopback> {
  const startsAt = new Date(Date.now() - HOUR).toISOString()
  const labels = { alertname: 'Down', service: 'shop', severity: 'critical' }
  return startLoopback(({ url }, response) => {
    const to = Math.floor(Date.now() / 1_000)
    const matrix = [
      {
        metric: { job: 'shop' },
        values: [
          [to - 60, '0.25'],
          [to, '0.5'],
        ],
      },
    ]
    const answers: Readonly<Record<string, unknown>> = {
      '/api/v1/alerts': { status: 'success', data: { alerts: [{ labels, state: 'firing', activeAt: startsAt }] } },
      '/api/v1/rules': { status: 'success', data: { groups: [] } },
      '/api/v1/query_range': { status: 'success', data: { resultType: 'matrix', result: matrix } },
      '/v1/pages/p1': { id: 'p1', name: 'Acme' },
      '/v1/pages/p1/components': [{ id: 'c1', name: 'Checkout', group: false, status: 'major_outage' }],
      '/v1/pages/p1/incidents/unresolved': [],
      '/v1/pages/p1/incidents/scheduled': [],
      '/oncalls': {
        oncalls: [
          {
            ...{ user: { id: 'PU', summary: 'Mei Tanaka' }, escalation_level: 1, end: null, start: null },
            escalation_policy: { id: 'PE', summary: 'Shop' },
          },
        ],
        more: false,
      },
      '/escalation_policies': { escalation_policies: [], more: false },
      '/incidents': { incidents: [], more: false },
      '/change_events': { change_events: [], more: false },
    }
    const answer = answers[url.pathname]
    sendJson(response, answer ?? { error: 'Not Found' }, answer === undefined ? 404 : 200)
  })
}

export function settings(origin: string) {
  const source = (id: string, vendor: Connection['vendor']): Connection => {
    return { id: id as ConnectionId, vendor, name: id, baseUrl: origin, everySeconds: 3_600 }
  }
  const panel: PanelSpec = {
    ...{ id: 'load', title: 'Load', unit: 'ratio', thresholds: [], connection: 'prom' as ConnectionId },
    queries: [{ legend: '', expr: 'load' }],
  }
  const connections = [
    source('prom', 'prometheus'),
    { ...source('sp', 'statuspage'), pageId: 'p1' },
    source('pd', 'pagerduty'),
  ]
  return { connections, panels: [panel] }
}

/** An engine that has read everything, and was ended; its vendors are gone. The connections are the same. */
export async function readOnce(): Promise<{ readonly folder: string; readonly asked: ReturnType<typeof settings> }> {
  const [folder, running] = [scratchFolder(), await vendors()]
  const asked = settings(running.origin)
  const engine = runEngine(folder, asked)
  await until(engine, 'good')
  expect(await engine.ask('people:on-call', {})).toMatchObject({ people: [{ name: 'Mei Tanaka' }], problem: '' })
  await engine.stop()
  await running.stop()
  return { folder, asked }
}

export async function until(engine: RunningEngine, answer: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { feeds } = (await engine.hello()).board
        return sources.map(id => feeds.find(feed => feed.id === id)?.answer)
      },
      { timeout: 20_000 },
    )
    .toEqual(sources.map(() => answer))
}
