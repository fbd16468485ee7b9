import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Playing, paymentsOutage, play, START } from './playing'

const GF = 'drill-grafana'
const PM = 'drill-prometheus'
const expr = paymentsOutage().panels[0]?.queries[0]?.expr ?? ''
let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

function dsQuery(queries: readonly object[], window: object = {}) {
  const json = { from: String(START - 60 * MINUTE), to: String(START + 60 * MINUTE), queries, ...window }
  return playing.call(GF, 'POST', '/api/ds/query', { json })
}
const query = (refId: string, text = expr, uid = 'drill-prom') => {
  return { refId, datasource: { type: 'prometheus', uid }, expr: text, intervalMs: 15_000, maxDataPoints: 1_000 }
}

describe("Grafana's stand-in", () => {
  it('[GS1] health needs no login, all else does', async () => {
    const nobody = { headers: { authorization: null } }
    expect((await playing.call(GF, 'GET', '/api/health', nobody)).body).toMatchObject({ database: 'ok' })
    expect(await playing.call(GF, 'GET', '/api/org', nobody)).toMatchObject({
      status: 401,
      body: { messageId: 'auth.unauthorized', message: 'Unauthorized' },
    })
    const wrong = { headers: { authorization: 'Bearer glsa_wrong' } }
    expect(await playing.call(GF, 'GET', '/api/org', wrong)).toMatchObject({
      status: 401,
      body: { messageId: 'api-key.invalid', message: 'Invalid API key' },
    })
    expect((await playing.call(GF, 'GET', '/api/org')).body).toMatchObject({ id: 1, name: 'Drill shop' })
    expect((await playing.call(GF, 'GET', '/api/datasources')).body).toMatchObject([
      { uid: 'drill-prom', type: 'prometheus' },
    ])
    expect((await playing.call(GF, 'GET', '/api/nothing')).status).toBe(404)
  })

  it('[GS2] answers frames of columns, an hour of history, and nothing from the future', async () => {
    playing.goTo(8)
    const { status, body } = await dsQuery([query('A')])
    expect(status).toBe(200)
    const [frame] = body.results.A.frames
    expect(body.results.A.status).toBe(200)
    expect(frame.schema).toMatchObject({
      refId: 'A',
      fields: [
        { name: 'Time', type: 'time' },
        { name: 'Value', type: 'number' },
      ],
    })
    const [times, values] = frame.data.values
    expect(times).toHaveLength(values.length)
    expect(times[0]).toBe(START - 60 * MINUTE)
    expect(times.at(-1)).toBe(START + 8 * MINUTE)
    expect(times.length).toBe(68 * 4 + 1)
    expect(values[0]).toBeLessThan(1)
    expect(values.at(-1)).toBeGreaterThan(20)
  })

  it('[GS3] understands now-1h, and widens the step to keep within maxDataPoints', async () => {
    const { body } = await dsQuery([{ ...query('A'), maxDataPoints: 60 }], { from: 'now-1h', to: 'now' })
    expect(body.results.A.frames[0].schema.fields[0].config.interval).toBe(MINUTE)
    expect(body.results.A.frames[0].data.values[0].length).toBe(61)
  })

  it('[GS4] some failed: 207, all failed: 400, each under its own refId', async () => {
    const some = await dsQuery([query('A'), query('B', 'up')])
    expect(some).toMatchObject({ status: 207, body: { results: { A: { status: 200 }, B: { status: 400 } } } })
    expect(some.body.results.B.error).toContain('up')
    expect((await dsQuery([query('B', 'up')])).status).toBe(400)
    expect((await dsQuery([query('A', expr, 'other')])).status).toBe(404)
    expect((await dsQuery([])).body).toMatchObject({ message: 'bad request data' })
    expect((await dsQuery([query('A')], { from: 'yesterday' })).status).toBe(400)
  })

  it('[GS5] every panel has an answer, the same through Grafana and Prometheus', async () => {
    playing.goTo(12)
    expect(playing.drill.panels).toHaveLength(8)
    for (const panel of playing.drill.panels) {
      expect(panel).toMatchObject({ connection: GF, fallback: PM, datasourceUid: 'drill-prom' })
      for (const { expr: asked } of panel.queries) {
        const frames = (await dsQuery([query('A', asked)])).body.results.A.frames[0].data.values
        const form = { query: asked, start: `${START / 1_000}`, end: `${START / 1_000 + 720}`, step: '15' }
        const { body } = await playing.call(PM, 'POST', '/api/v1/query_range', { form })
        const [at, value] = body.data.result[0].values.at(-1)
        expect(at * 1_000).toBe(frames[0].at(-1))
        expect(Number(value)).toBe(frames[1].at(-1))
      }
    }
  })

  it('[GS6] deploys and notes are annotations, once they have happened', async () => {
    const texts = async (search = '') =>
      (await playing.call(GF, 'GET', `/api/annotations?from=0${search}`)).body.map((one: { text: string }) => one.text)
    expect(await texts('&tags=deploy')).toEqual(['payments-api v2.41.0: Write payments through the new ledger'])
    playing.goTo(19)
    expect(await texts()).toHaveLength(4)
    expect(await texts('&tags=flag')).toEqual(['Flag new-ledger switched off'])
    expect(await texts('&tags=deploy&tags=v2.40.3')).toHaveLength(1)
    expect(await texts('&tags=none')).toEqual([])
  })

  it('[GS7] rules stand as the story has it, one of them blind; firing ones are alerts', async () => {
    const rules = async () => {
      const { body } = await playing.call(GF, 'GET', '/api/prometheus/grafana/api/v1/rules?limit_alerts=0')
      const all = body.data.groups.flatMap((group: { rules: object[] }) => group.rules)
      return Object.fromEntries(
        all.map((one: { name: string; state: string; health: string }) => [one.name, [one.state, one.health]]),
      )
    }
    const alerts = async () => (await playing.call(GF, 'GET', '/api/alertmanager/grafana/api/v2/alerts')).body
    playing.goTo(6.5)
    expect(await rules()).toEqual({
      OrdersPerMinuteLow: ['pending', 'ok'],
      PaymentProviderErrors: ['inactive', 'error'],
    })
    expect(await alerts()).toEqual([])
    playing.goTo(8)
    expect(await rules()).toMatchObject({ OrdersPerMinuteLow: ['firing', 'ok'] })
    expect(await alerts()).toMatchObject([{ labels: { alertname: 'OrdersPerMinuteLow' }, status: { state: 'active' } }])
    const { body } = await playing.call(PM, 'GET', '/api/v1/rules?type=alert')
    expect(body.data.groups.flatMap((group: { rules: object[] }) => group.rules)).toHaveLength(5)
  })
})

describe("Prometheus' stand-in", () => {
  const range = (search: string) => playing.call(PM, 'GET', `/api/v1/query_range?${search}`)
  const known = `query=${encodeURIComponent(expr)}`

  it('[MS1] query_range by GET: a matrix of texts, seconds, nothing from the future', async () => {
    playing.goTo(2)
    const { body } = await range(`${known}&start=2026-11-20T11:00:00Z&end=2026-11-20T13:00:00Z&step=1m`)
    expect(body).toMatchObject({ status: 'success', data: { resultType: 'matrix', result: [{ metric: {} }] } })
    const { values } = body.data.result[0]
    expect(values).toHaveLength(63)
    expect(values[0]).toEqual([START / 1_000 - 3_600, expect.stringMatching(/^\d+(\.\d+)?$/)])
  })

  it.each([
    ['an expression that is none', `query=up&start=0&end=1&step=1`, 'query'],
    ['no start', `${known}&end=1&step=1`, 'start'],
    ['an end that is none', `${known}&start=0&end=soon&step=1`, 'end'],
    ['an end before the start', `${known}&start=5&end=1&step=1`, 'end'],
    ['a step of none', `${known}&start=0&end=1&step=0`, 'step'],
    ['an ISO step', `${known}&start=0&end=1&step=PT1M`, 'step'],
  ])('[MS2] refuses %s as Prometheus does', async (_what, search, parameter) => {
    const answer = await range(search)
    expect(answer).toMatchObject({ status: 400, body: { status: 'error', errorType: 'bad_data' } })
    expect(answer.body.error).toMatch(new RegExp(`^invalid parameter "${parameter}": `))
  })

  it('[MS3] refuses more than 11,000 points', async () => {
    const answer = await range(`${known}&start=0&end=11001&step=1`)
    expect(answer.body.error).toMatch(/^exceeded maximum resolution of 11,000 points/)
  })

  it('[MS4] query answers now, or the instant that was asked for', async () => {
    playing.goTo(8)
    const now = await playing.call(PM, 'GET', `/api/v1/query?${known}`)
    expect(now.body.data).toMatchObject({
      resultType: 'vector',
      result: [{ value: [START / 1_000 + 480, expect.any(String)] }],
    })
    const before = await playing.call(PM, 'POST', '/api/v1/query', { form: { query: expr, time: `${START / 1_000}` } })
    expect(Number(before.body.data.result[0].value[1])).toBeLessThan(1)
    expect(await playing.call(PM, 'GET', '/api/v1/query?query=up')).toMatchObject({ status: 400 })
  })

  it('[MS5] alerts are pending, then firing, then gone; five at the peak', async () => {
    const states = async (minutes: number) => {
      playing.goTo(minutes)
      const { body } = await playing.call(PM, 'GET', '/api/v1/alerts')
      return body.data.alerts.map((one: { state: string }) => one.state)
    }
    expect(await states(1)).toEqual([])
    expect(await states(1.8)).toEqual(['pending'])
    expect(await states(2)).toEqual(['firing'])
    expect(await states(8)).toEqual(Array(5).fill('firing'))
    const { body } = await playing.call(PM, 'GET', '/api/v1/alerts')
    expect(body.data.alerts[0]).toMatchObject({
      labels: { alertname: 'PaymentsErrorRateHigh', severity: 'critical', service: 'payments-api' },
      annotations: { summary: expect.any(String) },
      activeAt: '2026-11-20T12:01:45.000Z',
      value: expect.stringMatching(/^\d(\.\d+)?e\+01$/),
    })
    expect(await states(25)).toEqual([])
  })

  it('[MS6] has build information, and a token of its own', async () => {
    expect((await playing.call(PM, 'GET', '/api/v1/status/buildinfo')).body.data).toMatchObject({ version: '3.14.0' })
    const grafana = playing.drill.secrets.read('drill-grafana' as never)
    for (const authorization of [null, `Bearer ${grafana}`]) {
      const answer = await playing.call(PM, 'GET', '/api/v1/alerts', { headers: { authorization } })
      expect(answer).toMatchObject({ status: 401, body: 'Unauthorized' })
    }
    expect(await playing.call(PM, 'GET', '/api/v1/nothing')).toMatchObject({
      status: 404,
      body: '404 page not found\n',
    })
  })
})
