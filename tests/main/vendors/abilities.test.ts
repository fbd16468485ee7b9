import { describe, expect, it } from 'vitest'
import type { Vendor } from '../../../src/shared/contract/vendors'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt } from './accounts'

type Bodies = Readonly<Record<string, unknown>>

/** Tests a connection to a vendor that answers these bodies by path and 403 to all else; no write may arrive. */
async function tested(vendor: Vendor, bodies: Bodies, headers: Readonly<Record<string, string>> = {}) {
  const server = await startLoopback(({ url }, response) => {
    const body = bodies[url.pathname]
    if (body === undefined) sendJson(response, { message: 'not yours', error: { message: 'not yours' } }, 403)
    else sendJson(response, body, 200, headers)
  })
  const result = await accountAt(vendor, server.origin).probe(never)
  const writes = server.seen.filter(({ method, url }) => method !== 'GET' && url.pathname !== '/api/auth.test')
  expect(writes).toEqual([])
  const may = Object.fromEntries((result.abilities ?? []).map(ability => [ability.name, ability.may]))
  const said = (result.abilities ?? []).map(({ message }) => message).join('\n')
  return { result, may, said }
}

describe('what a token may do', () => {
  it('[AB1] PagerDuty: each read tried, the services to choose from, writes by the user’s role', async () => {
    const bodies = {
      '/incidents': { incidents: [] },
      '/services': {
        services: [
          { id: 'S2', name: 'Web' },
          { id: 'S1', name: 'API' },
        ],
      },
      '/users/me': { user: { summary: 'Dana', role: 'read_only_user' } },
      '/oncalls': { oncalls: [] },
      '/priorities': {
        priorities: [
          { id: 'P2', name: 'Severe' },
          { id: 'P1', name: 'Mild' },
        ],
      },
    }
    const { result, may, said } = await tested('pagerduty', bodies)
    expect(result.good).toBe(true)
    expect(may).toMatchObject({
      'read-incidents': 'yes',
      'see-on-call': 'yes',
      'see-changes': 'no',
      'choose-teams': 'no',
      'act-on-pages': 'no',
    })
    expect(said).toContain('not yours')
    expect(result.choices).toEqual({
      services: [
        { id: 'S1', name: 'API' },
        { id: 'S2', name: 'Web' },
      ],
      teams: [],
      priorities: [
        { id: 'P2', name: 'Severe' },
        { id: 'P1', name: 'Mild' },
      ],
    })
  })

  it('[AB2] Slack: missing scopes by name, the channels to choose from', async () => {
    const bodies = {
      '/api/auth.test': { ok: true, user: 'bot', team: 'Acme' },
      '/api/conversations.list': { ok: true, channels: [{ id: 'C1', name: 'incidents' }] },
    }
    const { result, may, said } = await tested('slack', bodies, { 'x-oauth-scopes': 'chat:write, channels:read' })
    expect(may).toMatchObject({ post: 'yes', 'find-channels': 'yes', pin: 'no' })
    expect(said).toContain('pins:write')
    expect(result.choices?.channels).toEqual([{ id: 'C1', name: '#incidents' }])
    expect((await tested('slack', bodies)).may).toMatchObject({ post: 'unknown' })
  })

  it('[AB3] Grafana: missing permissions by name', async () => {
    const org = { '/api/org': { id: 1, name: 'Acme' } }
    const held = { 'datasources:query': ['datasources:*'], 'dashboards:read': ['dashboards:*'] }
    const { may, said } = await tested('grafana', { ...org, '/api/access-control/user/permissions': held })
    expect(may).toMatchObject({ 'browse-dashboards': 'yes', 'mark-dashboards': 'no' })
    expect(said).toContain('annotations:create')
    expect(may).toMatchObject({ 'read-firing-alerts': 'no', 'read-alert-rules': 'no' })
    expect(said).toContain('alert.rules:read')
  })

  it('[AB5] Grafana that tells no permissions: each read tried, the writes unknown', async () => {
    const org = { '/api/org': { id: 1, name: 'Acme' } }
    const rules = '/api/prometheus/grafana/api/v1/rules'
    const { may, said } = await tested('grafana', { ...org, [rules]: { data: { groups: [] } } })
    expect(may).toEqual({
      'browse-dashboards': 'no',
      'read-data-sources': 'unknown',
      'read-annotations': 'no',
      'mark-dashboards': 'unknown',
      'read-firing-alerts': 'no',
      'read-alert-rules': 'yes',
    })
    expect(said).toContain('not yours')
  })

  it('[AB6] Prometheus and Alertmanager: each read tried, and none of them large', async () => {
    const build = { '/api/v1/status/buildinfo': { status: 'success', data: { version: '3' } } }
    const prometheus = await tested('prometheus', { ...build, '/api/v1/query': {}, '/api/v1/alerts': {} })
    expect(prometheus.may).toEqual({ 'read-panels': 'yes', 'read-alerts': 'yes', 'read-alert-rules': 'no' })
    const status = { '/api/v2/status': { versionInfo: { version: '0.25' } } }
    const alertmanager = await tested('alertmanager', { ...status, '/api/v2/alerts': [] })
    expect(alertmanager.may).toEqual({ 'read-alerts': 'yes', 'see-silences': 'no' })
    expect(alertmanager.said).toContain('not yours')
  })

  it('[AB4] Statuspage: each read tried, the pages to choose from', async () => {
    const bodies = {
      '/v1/pages': [{ id: 'page1', name: 'Acme' }],
      '/v1/pages/page1': { id: 'page1', name: 'Acme' },
      '/v1/pages/page1/components': [],
    }
    const { result, may } = await tested('statuspage', bodies)
    expect(may).toEqual({
      'read-components': 'yes',
      'read-incidents': 'no',
      'read-maintenance': 'no',
      'read-templates': 'no',
      publish: 'unknown',
    })
    expect(result.choices?.pages).toEqual([{ id: 'page1', name: 'Acme' }])
  })
})
