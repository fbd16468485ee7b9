import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDashboards } from '../../../src/main/engine/dashboards/shelf'
import type { Settings } from '../../../src/main/engine/ports'
import { parseSettings } from '../../../src/main/hosts/settings-shape'
import type { Mode } from '../../../src/shared/contract/mode'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { handClock } from '../../support/hand-clock'
import { sendJson } from '../../support/open-loopback'
import { startLoopback } from '../http/loopback'
import { accountAt, minute } from '../vendors/accounts'
import { rawFixture } from './fixture'

const grafana = 'test-grafana' as ConnectionId
const real: Mode = { kind: 'real' }
const sources = [
  { uid: 'p1', name: 'Main', type: 'prometheus', isDefault: true },
  { uid: 'l1', name: 'Logs', type: 'loki' },
]

/** A Grafana with our fixtures for dashboards, behind the real client; settings are kept as config.json keeps them. */
async function shelfAt(world: Mode, vendor: 'grafana' | 'prometheus' = 'grafana') {
  const server = await startLoopback((seen, response) => {
    const { pathname } = seen.url
    if (pathname === '/api/search')
      sendJson(response, [{ uid: 'pods', title: 'Pods', folderTitle: 'K8s', type: 'dash-db' }])
    else if (pathname.startsWith('/api/dashboards/uid/')) {
      sendJson(response, { dashboard: rawFixture(pathname.split('/').at(-1) ?? ''), meta: {} })
    } else if (pathname === '/api/datasources') sendJson(response, sources)
    else if (pathname.endsWith('/label/pod/values')) sendJson(response, { status: 'success', data: ['web-1', 'web-2'] })
    else sendJson(response, { message: 'Not found' }, 404)
  })
  const account = accountAt(vendor, server.origin)
  let settings: Settings = { me: null, connections: [], panels: [], cancelWindow: 0 }
  const changed: number[] = []
  const dashboards = openDashboards({
    world,
    clock: handClock(minute.to),
    account: id => (id === grafana ? account : undefined),
    changed: () => changed.push(settings.panels.length),
    settings: {
      read: () => settings,
      write: change => {
        const read = parseSettings(JSON.parse(JSON.stringify({ ...settings, ...change })))
        if (!read.ok) throw new Error(`${read.fault.field}: ${read.fault.message}`)
        settings = read.value
      },
    },
  })
  return { server, dashboards, changed, panels: () => settings.panels }
}

describe('dashboards of a Grafana', () => {
  it('[DB10] searches, opens with the options of each variable, pins copies of what is repeated, and unpins', async () => {
    const { server, dashboards, changed, panels } = await shelfAt(real)
    expect(await dashboards.search({ connection: grafana, words: 'po', page: 2 })).toMatchObject({
      value: { found: [{ uid: 'pods', title: 'Pods', folder: 'K8s' }], more: false },
    })
    expect(server.seen[0]?.url.search).toBe('?type=dash-db&query=po&limit=100&page=2')

    const from = { kind: 'grafana', connection: grafana, uid: 'rows-and-repeats' } as const
    const opened = await dashboards.open({ from, chosen: { ns: ['bill'] } })
    expect(opened).toMatchObject({ ok: true })
    const view = opened.ok ? opened.value : undefined
    expect(view?.variables.map(({ name, chosen }) => [name, chosen])).toEqual([
      ['ns', ['bill']],
      ['pod', ['web-1']],
      ['free', ['7']],
      ['team', ['web']],
    ])
    const asked = server.seen.find(seen => seen.url.pathname.endsWith('/label/pod/values'))
    expect(asked?.url.pathname).toBe('/api/datasources/proxy/uid/p1/api/v1/label/pod/values')
    expect(asked?.url.searchParams.get('match[]')).toBe('kube_pod_info{namespace=~"bill"}')

    const chosen = { ns: ['bill'], pod: ['web-1', 'web-2'] }
    const pin = { from, chosen, panels: ['0.0', '1.0', '2.0'] }
    const values = { type: 'canvas' }
    const left = {
      title: 'Heat',
      code: 'panel-unsupported',
      values,
      reason: 'Panels of type “canvas” are not supported',
    }
    expect(await dashboards.pin(pin)).toEqual({ ok: true, value: { pinned: 3, left: [left] } })
    expect(panels().map(panel => [panel.title, panel.datasourceUid, panel.queries[0]?.expr])).toEqual([
      ['Running', 'p1', 'count(up{team="web"}) > 7'],
      ['CPU of web-1', 'p1', 'rate(cpu{namespace="bill", pod="web-1"}[$__rate_interval])'],
      ['CPU of web-2', 'p1', 'rate(cpu{namespace="bill", pod="web-2"}[$__rate_interval])'],
    ])
    expect(panels()[0]).toMatchObject({
      from: 'Pods',
      url: `${server.origin}/d/rows-and-repeats?viewPanel=1`,
      figure: 'mean',
    })
    expect(await dashboards.pin(pin)).toMatchObject({ value: { pinned: 0 } })
    dashboards.unpin({ panels: [panels()[1]?.id ?? ''] })
    expect(panels().map(panel => panel.title)).toEqual(['Running', 'CPU of web-2'])
    expect(changed).toEqual([3, 2])
  })

  it('[DB11] reads a file through a Prometheus, with `__all` as its own pattern and Grafana’s spans filled', async () => {
    const { dashboards, panels } = await shelfAt(real, 'prometheus')
    const text = readFileSync(new URL('../../fixtures/dashboards/rows-and-repeats.json', import.meta.url), 'utf8')
    const from = { kind: 'file', connection: grafana, text } as const
    expect(await dashboards.pin({ from, chosen: {}, panels: ['1.0'] })).toMatchObject({ value: { pinned: 2 } })
    expect(panels()[0]?.queries[0]?.expr).toContain('[60s]')
    expect(panels()[0]?.datasourceUid).toBeUndefined()
  })

  it('[DB12] asks other data sources as their own editor did', async () => {
    const { dashboards, panels } = await shelfAt(real)
    const from = { kind: 'grafana', connection: grafana, uid: 'mixed-sources' } as const
    expect(await dashboards.pin({ from, chosen: {}, panels: ['0.0', '0.1'] })).toMatchObject({ value: { pinned: 2 } })
    expect(panels()[0]?.queries).toMatchObject([
      { expr: 'up', datasourceUid: 'p1' },
      { expr: '', datasourceUid: 'l1', raw: '{"expr":"sum(rate({app=\\"web\\"}[1m]))"}' },
    ])
    expect(panels()[1]).toMatchObject({ shown: 'table' })
  })

  it('[GT1] keep what a pinned panel means; the second of two who say it at once is refused', async () => {
    const { dashboards, changed, panels } = await shelfAt(real)
    const from = { kind: 'grafana', connection: grafana, uid: 'rows-and-repeats' } as const
    await dashboards.pin({ from, chosen: {}, panels: ['0.0'] })
    const panel = panels()[0]?.id ?? ''
    const means = { fact: 'errors', baseline: 'yesterday', times: 2, limit: 1 } as const
    const before = changed.length
    expect(dashboards.mean({ panel, means, was: null })).toMatchObject({ ok: true })
    expect(panels()[0]).toMatchObject({ id: panel, means })
    expect(dashboards.mean({ panel, means: { ...means, limit: 2 }, was: null })).toMatchObject({
      fault: { kind: 'conflict' },
    })
    expect(dashboards.mean({ panel, means: null, was: means })).toMatchObject({ ok: true })
    expect(panels()[0]).not.toHaveProperty('means')
    expect(dashboards.mean({ panel: 'gone', means, was: null })).toMatchObject({ fault: { kind: 'not-found' } })
    expect(changed).toHaveLength(before + 2)
  })

  it('[DB13] is refused in a drill, and says what is no dashboard or no connection', async () => {
    const drill: Mode = { kind: 'drill', name: 'd', title: 'D', startedAt: 0, speed: 1, briefing: '' }
    const inDrill = await shelfAt(drill)
    const from = { kind: 'grafana', connection: grafana, uid: 'rows-and-repeats' } as const
    for (const reply of [
      await inDrill.dashboards.search({ connection: grafana, words: '', page: 1 }),
      await inDrill.dashboards.open({ from, chosen: {} }),
      await inDrill.dashboards.pin({ from, chosen: {}, panels: ['0.0'] }),
      inDrill.dashboards.unpin({ panels: [] }),
      inDrill.dashboards.mean({ panel: 'p', means: null, was: null }),
    ])
      expect(reply).toMatchObject({
        ok: false,
        fault: { kind: 'refused', message: expect.stringContaining('Leave the drill') },
      })
    expect(inDrill.server.seen).toEqual([])
    const { dashboards } = await shelfAt(real)
    const file = { kind: 'file', connection: grafana, text: '{}' } as const
    expect(await dashboards.open({ from: file, chosen: {} })).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    const nowhere = { ...file, connection: 'x' as ConnectionId }
    expect(await dashboards.open({ from: nowhere, chosen: {} })).toMatchObject({
      ok: false,
      fault: { kind: 'not-found' },
    })
  })
})
