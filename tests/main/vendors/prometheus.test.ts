import { describe, expect, it } from 'vitest'
import { rangeStep } from '../../../src/main/engine/vendors/prometheus/range'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt, hastyAccountAt, minute, panel } from './accounts'

const up = panel('up', [{ legend: '', expr: 'up' }])
const SECONDS = minute.from / 1_000

function matrix(...result: readonly object[]): object {
  return { status: 'success', data: { resultType: 'matrix', result } }
}

async function readRange(body: unknown, status = 200, panels = [up]) {
  const server = await startLoopback((_, response) => sendJson(response, body, status))
  const account = accountAt('prometheus', `${server.origin}/prom`)
  const reply = await account.panels?.fetchPanels(panels, minute, never)
  return { server, reply, answers: reply?.ok ? reply.value : [] }
}

describe('Prometheus ranges', () => {
  it('[PQ1] posts a form in seconds, behind its prefix, on the grid of the step', async () => {
    const window = { from: minute.from + 7_000, to: minute.to + 1_500, step: 15_000 }
    const server = await startLoopback((_, response) => sendJson(response, matrix()))
    await accountAt('prometheus', `${server.origin}/prom/`).panels?.fetchPanels([up], window, never)
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'POST', url: { pathname: '/prom/api/v1/query_range', search: '' } })
    expect(seen?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(seen?.body))).toEqual({
      query: 'up',
      start: String(SECONDS),
      end: String(minute.to / 1_000 + 1.5),
      step: '15',
    })
  })

  it('[PQ2] reads values that are texts: NaN and the infinities are gaps', async () => {
    const values = [
      [SECONDS, '1e+00'],
      [SECONDS + 15, 'NaN'],
      [SECONDS + 30, '+Inf'],
      [SECONDS + 90.5, '-0.25'],
    ]
    const { answers } = await readRange(matrix({ metric: { __name__: 'up', job: 'api' }, values }))
    expect(answers).toEqual([
      {
        panel: 'up',
        series: [
          {
            name: 'up{job=api}',
            times: [0, 15_000, 30_000, 90_500].map(span => minute.from + span),
            values: [1, null, null, -0.25],
          },
        ],
        problem: '',
        warnings: [],
      },
    ])
  })

  it('[PQ3] never asks for more points than Prometheus gives', () => {
    for (const span of [1, 60_000, 7 * 24 * 3_600_000, 365 * 24 * 3_600_000]) {
      for (const step of [0, 1, 15_000]) {
        const asked = rangeStep({ from: 0, to: span, step })
        expect(asked).toBeGreaterThanOrEqual(Math.max(1, step))
        expect(span / asked).toBeLessThan(11_000)
      }
    }
  })

  it('[PQ4] keeps the error of one query to its panel', async () => {
    const server = await startLoopback((seen, response) => {
      const bad = { status: 'error', errorType: 'bad_data', error: 'parse error: unexpected end of input' }
      if (new URLSearchParams(seen.body).get('query') === 'up{') sendJson(response, bad, 400)
      else sendJson(response, matrix({ metric: {}, values: [[SECONDS, '1']] }))
    })
    const broken = panel('broken', [
      { legend: 'bad', expr: 'up{' },
      { legend: 'good', expr: 'up' },
    ])
    const reply = await accountAt('prometheus', server.origin).panels?.fetchPanels([up, broken], minute, never)
    expect(reply).toMatchObject({
      ok: true,
      value: [
        { panel: 'up', problem: '', series: [{ name: 'value' }] },
        { panel: 'broken', problem: 'parse error: unexpected end of input', series: [{ name: 'good' }] },
      ],
    })
  })

  it.each([
    [422, 'execution', 'panel'],
    [503, 'timeout', 'panel'],
    [503, 'unavailable', 'connection'],
    [500, 'internal', 'connection'],
  ])('[PQ5] takes %i %s as the fault of the %s', async (status, errorType, whose) => {
    const { reply } = await readRange({ status: 'error', errorType, error: 'words' }, status)
    if (whose === 'panel') expect(reply).toMatchObject({ ok: true, value: [{ problem: 'words' }] })
    else expect(reply).toMatchObject({ ok: false, fault: { kind: 'vendor-error', status } })
  })

  it('[RP1] one query that is not answered in time is its own panel’s trouble', async () => {
    const server = await startLoopback((seen, response) => {
      // The heavy one is never answered.
      if (seen.body.includes('heavy')) return
      sendJson(response, { status: 'success', data: { resultType: 'matrix', result: [] } })
    })
    const panels = ['quick', 'heavy', 'other'].map(id => panel(id, [{ legend: '', expr: id }]))
    const reply = await hastyAccountAt('prometheus', server.origin, 1_500).panels?.fetchPanels(panels, minute, never)
    expect(reply?.ok && reply.value.map(({ panel: id, problem }) => [id, problem === ''])).toEqual([
      ['quick', true],
      ['heavy', false],
      ['other', true],
    ])
  })

  it('[PQ6] does not go on asking a server that has failed', async () => {
    const many = Array.from({ length: 40 }, (_, at) => panel(`p${at}`, [{ legend: '', expr: 'up' }]))
    const { server, reply } = await readRange('no', 500, many)
    expect(reply).toMatchObject({ ok: false })
    expect(server.seen.length).toBeLessThanOrEqual(8)
  })

  it('[PQ7] shows warnings, and says what it cannot draw', async () => {
    const body = {
      ...matrix({ metric: {}, histograms: [[1, {}]] }),
      warnings: ['data is partial'],
      infos: ['metric might not be a counter'],
    }
    const { answers } = await readRange(body)
    expect(answers[0]?.warnings).toEqual([
      'data is partial',
      'metric might not be a counter',
      { code: 'histograms-undrawn' },
    ])
    expect(answers[0]?.series).toEqual([])
  })
})

function alert(labels: object, change: object = {}): object {
  const annotations = { summary: 'Error rate is 12 %' }
  return { labels, annotations, state: 'firing', activeAt: '2026-01-02T13:30:00.000+02:00', value: '1e+00', ...change }
}

async function alertsOf(...alerts: readonly object[]) {
  const server = await startLoopback((_, response) => sendJson(response, { status: 'success', data: { alerts } }))
  const reply = await accountAt('prometheus', `${server.origin}/prom`).alerts?.fetchOpenAlerts(never)
  return { server, rows: reply?.ok ? reply.value : [] }
}

describe('Prometheus alerts', () => {
  it('[PQ8] become rows with an id that is the same at every poll', async () => {
    const { rows, server } = await alertsOf(alert({ alertname: 'Errors', severity: 'critical', service: 'payments' }))
    expect(structuredClone(rows)).toEqual([
      {
        id: expect.stringMatching(/^test-prometheus\/[0-9a-f]{32}$/),
        connection: 'test-prometheus',
        externalId: expect.any(String),
        origin: 'alert',
        title: 'Error rate is 12 %',
        service: 'payments',
        urgency: 'critical',
        state: 'firing',
        startedAt: Date.parse('2026-01-02T11:30:00Z'),
        url: `${server.origin}/prom/alerts`,
        cause: 'Errors',
        labels: { alertname: 'Errors', severity: 'critical', service: 'payments' },
      },
    ])
    const again = await alertsOf(alert({ service: 'payments', severity: 'critical', alertname: 'Errors' }))
    expect(again.rows[0]?.id).toBe(rows[0]?.id)
  })

  it('[PQ11] carry few labels, cut short, those that say where it is before the others', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`a${at}`, 'x'.repeat(500)]))
    const { rows } = await alertsOf(alert({ ...many, instance: 'one:9090', pod: 'p' }))
    const labels = rows[0]?.labels ?? {}
    expect(Object.keys(labels)).toHaveLength(12)
    expect(labels).toMatchObject({ instance: 'one:9090', pod: 'p', a0: expect.stringMatching(/^x{119}…$/) })
  })

  it('[PQ9] keeps pending ones, drops inactive ones and twins, and names an alert without a summary', async () => {
    const { rows } = await alertsOf(
      alert({ alertname: 'Slow', severity: 'info' }, { state: 'pending', annotations: {} }),
      alert({ alertname: 'Slow', severity: 'info' }, { state: 'pending' }),
      alert({ alertname: 'Quiet' }, { state: 'inactive' }),
      alert({ severity: 'weird' }, { annotations: null }),
    )
    expect(rows.map(row => [row.title, row.state, row.urgency])).toEqual([
      ['Error rate is 12 %', 'pending', 'low'],
      ['Alert without a name', 'firing', 'high'],
    ])
  })
})

describe('the test of a Prometheus connection', () => {
  it('[PQ10] tells the version, or runs the smallest query where a hosted one does not tell it', async () => {
    const own = await startLoopback((_, response) =>
      sendJson(response, { status: 'success', data: { version: '3.7.3' } }),
    )
    expect(await accountAt('prometheus', own.origin).probe(never)).toMatchObject({
      good: true,
      message: 'Reached Prometheus 3.7.3',
    })
    const hosted = await startLoopback((seen, response) => {
      if (seen.url.pathname.endsWith('/query'))
        sendJson(response, { status: 'success', data: { resultType: 'scalar' } })
      else response.writeHead(404).end('404 page not found')
    })
    expect(await accountAt('prometheus', hosted.origin).probe(never)).toMatchObject({ good: true })
  })
})
