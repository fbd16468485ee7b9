import { expect, it } from 'vitest'
import type { Connection } from '../../../src/shared/contract/connections'
import { type ConnectionId, type IncidentId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { startLoopback } from '../../main/http/loopback'
import { scratchFolder } from '../../support/folders'
import { sendJson } from '../../support/open-loopback'
import { runEngine } from '../../support/running-engine'

const COUNT = 50_000
const QUIET = 40_000

/** Alertmanager tells of 50,000 critical alerts; the label `shard` stands at the quietest of them alone. */
function storm(): readonly object[] {
  const startsAt = new Date(Date.now() - 60_000).toISOString()
  return Array.from({ length: COUNT }, (_, at) => ({
    fingerprint: `f${at}`,
    labels: {
      ...{ alertname: `Down${at % 9}`, service: `service-${at % 50}`, instance: `node-${at}`, cluster: 'eu' },
      ...(at === QUIET ? { severity: 'info', shard: 'seven', service: 'lonely' } : { severity: 'critical' }),
    },
    annotations: { summary: `Node ${at} is down` },
    ...{ startsAt, updatedAt: startsAt, endsAt: startsAt, generatorURL: 'https://prom.example.com' },
    status: { state: 'active', silencedBy: [], inhibitedBy: [] },
    receivers: [{ name: 'none' }],
  }))
}

const created = new Date(Date.now() - 3_600_000).toISOString()
const reference = { html_url: 'https://acme.pagerduty.com/incidents/PQ', service: { id: 'PS', summary: 'lonely' } }

/** PagerDuty has one quiet incident, which stands behind the whole storm. */
function pagerDuty() {
  let status = 'triggered'
  const incident = () => ({
    ...{ id: 'PQ', incident_number: 4711, title: 'Backups are late', summary: '', status, urgency: 'low' },
    ...{ created_at: created, assignments: [], acknowledgements: [], ...reference },
  })
  const answers: Readonly<Record<string, () => unknown>> = {
    '/incidents': () => ({ incidents: status === 'resolved' ? [] : [incident()], more: false }),
    '/incidents/PQ': () => ({ incident: incident() }),
    '/incidents/PQ/notes': () => ({ notes: [{ id: 'N1', content: 'Disk is full', created_at: created, user: {} }] }),
  }
  return {
    answer: (path: string, method: string) => {
      if (method === 'PUT') status = 'acknowledged'
      return answers[path]?.()
    },
  }
}

it('[SA16] what stands behind 40,000 louder alerts is read, declared from, acknowledged, verified and completed', async () => {
  const [am, pd] = [JSON.stringify(storm()), pagerDuty()]
  const vendors = await startLoopback(({ url, method }, response) => {
    const at = url.pathname
    if (at === '/am/api/v2/alerts') return void response.end(am)
    if (at === '/am/api/v2/silences') return sendJson(response, [])
    const answer = pd.answer(at, method)
    sendJson(response, answer ?? { error: { message: 'Not Found' } }, answer === undefined ? 404 : 200)
  })
  const base = { everySeconds: 3_600 }
  const connections: readonly Connection[] = [
    { ...base, id: 'am' as ConnectionId, vendor: 'alertmanager', name: 'am', baseUrl: `${vendors.origin}/am` },
    { ...base, id: 'pd' as ConnectionId, vendor: 'pagerduty', name: 'pd', baseUrl: vendors.origin, from: 'a@b.test' },
  ]
  const engine = runEngine(scratchFolder(), { connections, cancelWindow: 0 })
  await expect.poll(() => engine.pushed('alerts')?.open, { timeout: 60_000 }).toBe(COUNT + 1)

  const [row, page] = [`am/f${QUIET}`, 'pd/PQ']
  const first = engine.pushed('alerts')?.first ?? []
  expect(first).toHaveLength(300)
  expect(first.some(({ id }) => id === row || id === page)).toBe(false)

  expect(await engine.ask('alerts:read', { alert: row })).toMatchObject({ title: `Node ${QUIET} is down` })
  expect(await engine.ask('pages:details', { alert: page })).toMatchObject({ notes: [{ text: 'Disk is full' }] })
  expect(await engine.ask('alerts:first', { origin: 'page', order: 'newest', limit: 4 })).toMatchObject({
    rows: [{ id: page, state: 'firing' }],
    total: 1,
  })
  const names = await engine.ask('alerts:names', {})
  expect(names.labels).toContain('shard')
  expect(names.services).toContain('lonely')

  const incident = newId<IncidentId>()
  await engine.ask('incident:take', { incident, alert: page, severity: 'SEV-2' })
  const act = newId<OutboxItemId>()
  const what: VendorRequest = {
    ...{ kind: 'page-acknowledge', connection: 'pd' as ConnectionId },
    page: { id: 'PQ', name: 'Backups are late' },
  }
  await engine.ask('acts:ask', { incident, act, what })
  // [FE17] What an act changed is read anew, and "did it happen?" asks the store.
  await expect
    .poll(() => engine.ask('alerts:read', { alert: page }), { timeout: 60_000 })
    .toMatchObject({ state: 'acknowledged' })
  expect(engine.pushed('alerts')).toMatchObject({ open: COUNT + 1, firing: COUNT })
})
