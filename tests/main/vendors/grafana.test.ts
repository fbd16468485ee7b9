import { describe, expect, it } from 'vitest'
import type { PanelSpec } from '../../../src/shared/contract/connections'
import { inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt, minute, panel } from './accounts'

const T = minute.from

function frame(values: readonly (readonly unknown[])[], labels: object = {}, config: object = {}): object {
  const fields = [
    { name: 'Time', type: 'time' },
    { name: 'Value', type: 'number', labels, config },
  ]
  return { schema: { fields }, data: { values } }
}

async function read(panels: readonly PanelSpec[], body: unknown, status = 200) {
  const server = await startLoopback((_, response) => sendJson(response, body, status))
  const reply = await accountAt('grafana', `${server.origin}/sub`).panels?.fetchPanels(panels, minute, never)
  return { reply, answers: reply?.ok ? reply.value : [], server }
}

const cpu = panel('cpu', [{ legend: 'CPU', expr: 'rate(cpu[1m])' }], 'ds1')

describe('Grafana', () => {
  it('[GR1] asks once a data source for all of its panels', async () => {
    const two = panel(
      'two',
      [
        { legend: '', expr: 'a' },
        { legend: '', expr: 'b' },
      ],
      'ds1',
    )
    const { server } = await read([cpu, two, panel('other', [{ legend: '', expr: 'c' }], 'ds2')], { results: {} })
    const bodies = server.seen.map(seen => JSON.parse(seen.body))
    expect(server.seen.map(seen => seen.url.pathname)).toEqual(['/sub/api/ds/query', '/sub/api/ds/query'])
    expect(bodies.map(body => body.queries.map((query: { expr: string }) => query.expr)).sort()).toEqual([
      ['c'],
      ['rate(cpu[1m])', 'a', 'b'],
    ])
    const first = bodies.find(body => body.queries.length === 3)
    expect(first).toMatchObject({ from: String(minute.from), to: String(minute.to) })
    expect(first.queries[0]).toEqual({
      refId: 'P0Q0',
      expr: 'rate(cpu[1m])',
      datasource: { uid: 'ds1', type: 'prometheus' },
      intervalMs: 15_000,
      maxDataPoints: 4,
      range: true,
      instant: false,
    })
    expect(new Set(first.queries.map((query: { refId: string }) => query.refId)).size).toBe(3)
  })

  it('[GR2] draws frames: null and NaN are gaps', async () => {
    const values = [
      [T, T + 15_000, T + 30_000, T + 90_000],
      [1, null, 'NaN', 4],
    ]
    const { answers } = await read([cpu], { results: { P0Q0: { status: 200, frames: [frame(values, { pod: 'a' })] } } })
    expect(answers).toEqual([
      {
        panel: 'cpu',
        series: [
          {
            name: 'CPU',
            times: [T, T + 15_000, T + 30_000, T + 90_000],
            values: [1, null, null, 4],
          },
        ],
        problem: '',
        warnings: [],
      },
    ])
  })

  it('[GR3] names lines by their legend, and tells several lines apart by their labels', async () => {
    const one = [[T], [1]]
    const frames = [frame(one, { pod: 'a' }), frame(one, { pod: 'b' })]
    const names = async (legend: string, its: readonly object[]) => {
      const spec = panel('x', [{ legend, expr: 'x' }], 'ds1')
      const { answers } = await read([spec], { results: { P0Q0: { frames: its } } })
      return answers[0]?.series.map(series => series.name)
    }
    expect(await names('Pods', frames)).toEqual(['Pods {pod=a}', 'Pods {pod=b}'])
    expect(await names('pod {{pod}}', frames)).toEqual(['pod a', 'pod b'])
    expect(await names('', frames)).toEqual(['{pod=a}', '{pod=b}'])
    expect(await names('', [frame(one, {}, { displayNameFromDS: 'payments' })])).toEqual(['payments'])
    expect(await names('', [frame(one)])).toEqual(['Value'])
  })

  it.each([200, 207, 400])('[GR4] keeps the error of one query to its panel, though the status is %i', async status => {
    const good = { status: 200, frames: [frame([[T], [1]])] }
    const results = { P0Q0: good, P1Q0: { status: 400, error: 'parse error at char 5', errorSource: 'downstream' } }
    const bad = panel('bad', [{ legend: '', expr: 'up{' }], 'ds1')
    const { answers } = await read([cpu, bad], { results }, status)
    expect(answers).toMatchObject([
      { panel: 'cpu', problem: '', series: [{ name: 'CPU' }] },
      { panel: 'bad', problem: 'parse error at char 5', series: [] },
    ])
  })

  it('[GR5] says so where a query stays unanswered, fails without a word, or has no data source', async () => {
    const silent = panel('silent', [{ legend: '', expr: 'x' }], 'ds1')
    const lost = panel('lost', [{ legend: '', expr: 'y' }])
    const { answers } = await read([cpu, silent, lost], { results: { P1Q0: { status: 502 } } })
    expect(answers.map(answer => inEnglish(answer.problem))).toEqual([
      'Grafana left this query unanswered',
      'Grafana answered this query with 502 and no reason',
      'This panel names no data source: enter its uid',
    ])
  })

  it('[GR6] lets one data source fail alone, and the connection only when all do', async () => {
    const server = await startLoopback((seen, response) => {
      if (seen.body.includes('"gone"')) sendJson(response, { message: 'Data source not found' }, 404)
      else sendJson(response, { results: { P0Q0: { frames: [] } } })
    })
    const panels = accountAt('grafana', server.origin).panels
    const gone = panel('g', [{ legend: '', expr: 'x' }], 'gone')
    const both = await panels?.fetchPanels([cpu, gone], minute, never)
    expect(both).toMatchObject({ ok: true, value: [{ problem: '' }, { panel: 'g' }] })
    expect(JSON.stringify(both)).toContain('Data source not found')
    expect(await panels?.fetchPanels([gone], minute, never)).toMatchObject({ ok: false, fault: { status: 404 } })
  })

  it('[GR7] passes notices on as warnings', async () => {
    const noted = { ...frame([[T], [1]]), schema: { fields: [], meta: { notices: [{ text: 'data is partial' }, {}] } } }
    const { answers } = await read([cpu], { results: { P0Q0: { frames: [noted] } } })
    expect(answers[0]?.warnings).toEqual(['data is partial'])
  })

  it('[GR8] tests with the token, not by the health that answers anybody', async () => {
    const server = await startLoopback((seen, response) => {
      if (seen.url.pathname === '/api/health') sendJson(response, { database: 'ok' })
      else if (seen.url.pathname === '/api/org') sendJson(response, { id: 1, name: 'Main Org.' })
      else response.writeHead(404).end()
    })
    expect(await accountAt('grafana', server.origin).probe(never)).toMatchObject({
      good: true,
      message: 'Reached Grafana, organisation “Main Org.”',
    })
    const words = "You'll need additional permissions to perform this action. Permissions needed: orgs:read"
    const denied = await startLoopback((_, response) =>
      sendJson(response, { message: words, accessErrorId: 'ACE1' }, 403),
    )
    const result = await accountAt('grafana', denied.origin).probe(never)
    expect(result).toMatchObject({ good: false })
    expect(result.message).toContain(`${words} (ACE1)`)
  })
})
