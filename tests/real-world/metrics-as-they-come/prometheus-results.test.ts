import { describe, expect, it } from 'vitest'
import { shapeAnswer } from '../../../src/main/engine/feeds/shape'
import type { PanelSpec } from '../../../src/shared/contract/connections'
import { MINUTE } from '../../../src/shared/lib/time'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, minute, panel } from '../../main/vendors/accounts'
import { inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'

const seconds = minute.to / 1_000

async function shown(data: unknown, rest: Partial<PanelSpec> = {}) {
  const server = await startLoopback((_, response) => sendJson(response, { status: 'success', data }))
  const spec = { ...panel('p', [{ legend: '', expr: 'x' }]), ...rest }
  const reply = await accountAt('prometheus', server.origin).panels?.fetchPanels([spec], minute, never)
  if (!reply?.ok) throw new Error(`not read: ${JSON.stringify(reply)}`)
  const [answer] = reply.value
  if (answer === undefined) return undefined
  return { ...shapeAnswer(spec, answer), problem: answer.problem, warnings: answer.warnings }
}
const table = { shown: 'table' } as const

describe('[FE22] every type of result is a value', () => {
  it('a scalar is a line, and a row', async () => {
    const scalar = { resultType: 'scalar', result: [seconds, '0.25'] }
    expect(await shown(scalar)).toMatchObject({ series: [{ times: [minute.to], values: [0.25] }], problem: '' })
    expect((await shown(scalar, table))?.table?.rows).toEqual([[0.25]])
  })
  it('a string is words in a row, or a number where it holds one', async () => {
    const words = { resultType: 'string', result: [seconds, 'v4.12'] }
    expect((await shown(words))?.table?.rows).toEqual([['v4.12']])
    expect((await shown(words, table))?.table?.rows).toEqual([['v4.12']])
    expect(await shown({ resultType: 'string', result: [seconds, '7'] })).toMatchObject({ series: [{ values: [7] }] })
  })
  it('a vector where lines were asked, and lines where a vector was', async () => {
    const vector = { resultType: 'vector', result: [{ metric: { job: 'api' }, value: [seconds, '3'] }] }
    expect((await shown(vector))?.series).toEqual([{ name: '{job=api}', times: [minute.to], values: [3] }])
    const values = [
      [seconds - 15, '1'],
      [seconds, '2'],
    ]
    const matrix = { resultType: 'matrix', result: [{ metric: { job: 'api' }, values }] }
    expect((await shown(matrix, table))?.table?.rows).toEqual([['api', 2]])
  })
})

describe('[FE23] null is an empty list', () => {
  it.each(['matrix', 'vector', 'scalar', 'string'])('of a %s', async resultType => {
    expect(await shown({ resultType, result: null })).toMatchObject({ series: [], problem: '' })
  })
  it('of names that a variable asks for', async () => {
    const server = await startLoopback((_, response) => sendJson(response, { status: 'success', data: null }))
    const names = accountAt('prometheus', server.origin).names?.(minute.to)
    expect(await names?.labelNames(never)).toEqual({ ok: true, value: [] })
    expect(await names?.series('up', never)).toEqual({ ok: true, value: [] })
  })
  it('of Grafana’s annotations', async () => {
    const server = await startLoopback((_, response) => sendJson(response, null))
    const read = accountAt('grafana', server.origin).annotations?.fetchAnnotations(minute, never)
    expect(await read).toEqual({ ok: true, value: [] })
  })
  it('of Grafana’s dashboards and data sources', async () => {
    const server = await startLoopback((_, response) => sendJson(response, null))
    const shelf = accountAt('grafana', server.origin).dashboards
    expect(await shelf?.search('', 1, never)).toMatchObject({ ok: true })
    expect(await shelf?.dataSources(never)).toEqual({ ok: true, value: [] })
  })
  it('of rules and of alerts', async () => {
    const answer = { status: 'success', data: { groups: null, alerts: null } }
    const server = await startLoopback((_, response) => sendJson(response, answer))
    const prometheus = accountAt('prometheus', server.origin)
    expect(await prometheus.alerts?.fetchOpenAlerts(never)).toMatchObject({ ok: true, value: [] })
    expect(await prometheus.rules?.fetchRules(never)).toMatchObject({ ok: true, value: [] })
  })
})

it('[FE19] rows that a server answers the newest first are drawn in the order of time', async () => {
  const values = [2, 1, 0].map(at => [seconds - at * 60, String(at)])
  const { series = [] } =
    (await shown({ resultType: 'matrix', result: [{ metric: {}, values: values.reverse() }] })) ?? {}
  expect(series[0]).toMatchObject({ times: [2, 1, 0].map(at => minute.to - at * MINUTE), values: [2, 1, 0] })
})

describe('[RP2] one odd line, point or label', () => {
  const good = {
    metric: { job: 'api' },
    values: [
      [seconds - 15, '1'],
      [seconds, '2'],
    ],
  }
  const withOdd = (odd: unknown) => shown({ resultType: 'matrix', result: [good, odd] })

  it.each([
    ['a row of null', null],
    ['a row of words', 'down'],
    ['points that are no list', { metric: { job: 'web' }, values: 7 }],
  ])('costs itself alone and is said: %s', async (_what, odd) => {
    const seen = await withOdd(odd)
    expect(seen?.series).toMatchObject([{ values: [1, 2] }])
    expect(seen?.warnings.map(inEnglish)).toEqual([expect.stringContaining('1 of 2 lines could not be read')])
  })

  it.each([
    ['null for a value', [seconds, null]],
    ['a time in words', ['now', '3']],
    ['half a point', [seconds]],
    ['no point', null],
  ])('%s leaves the line its other points', async (_what, odd) => {
    const seen = await withOdd({ metric: { job: 'web' }, values: [[seconds - 15, '5'], odd] })
    expect(seen?.series.map(({ values }) => Array.from(values))).toEqual([[1, 2], [5]])
  })

  it('a number is a value although it should be a text, and a label too', async () => {
    const seen = await withOdd({ metric: { job: 'web', shard: 5, gone: null }, values: [[seconds, 3]] })
    expect(seen?.series.map(({ name, values }) => [name, ...Array.from(values)])).toEqual([
      ['{job=api}', 1, 2],
      ['{job=web, shard=5}', 3],
    ])
  })
})
