import { describe, expect, it } from 'vitest'
import { shapeAnswer } from '../../../src/main/engine/feeds/shape'
import { columnOf } from '../../../src/renderer/charts/columns'
import type { PanelSpec } from '../../../src/shared/contract/connections'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, minute, panel } from '../../main/vendors/accounts'
import { sendJson } from '../../support/open-loopback'

const T = minute.from

/** What a chart of one query shows of Grafana's frames. */
async function drawn(frames: unknown, legend = '', rest: Partial<PanelSpec> = {}) {
  const server = await startLoopback((_, response) =>
    sendJson(response, { results: { P0Q0: { status: 200, frames } } }),
  )
  const spec = { ...panel('p', [{ legend, expr: 'x' }], 'ds1'), ...rest }
  const reply = await accountAt('grafana', server.origin).panels?.fetchPanels([spec], minute, never)
  const answer = reply?.ok ? reply.value[0] : undefined
  if (answer === undefined) throw new Error('no answer')
  return shapeAnswer(spec, answer)
}

const time = { name: 'Time', type: 'time' }
const value = { name: 'Value', type: 'number' }
const frame = (fields: readonly object[], values: readonly (readonly unknown[] | null)[], name?: string) => ({
  schema: { name, fields },
  data: { values },
})
const every = (step: number, count: number) => Array.from({ length: count }, (_, at) => T + at * step)
const points = (series: Parameters<typeof columnOf>[0] | undefined) =>
  series === undefined ? [] : [...columnOf(series).points]

describe('[FE18] a line of another step than was asked for', () => {
  it.each([MINUTE, 5 * MINUTE, 7.5 * MINUTE])('of %d ms is drawn without a break', async step => {
    const { series } = await drawn([frame([time, value], [every(step, 8), [1, 2, 3, 4, 5, 6, 7, 8]])])
    expect(points(series[0])).toEqual(every(step, 8).flatMap((at, index) => [at, index + 1]))
  })

  it('breaks where its own step says that points are missing', async () => {
    const times = [0, 1, 2, 3, 9, 10, 11].map(at => T + at * MINUTE)
    const { series } = await drawn([frame([time, value], [times, [1, 1, 1, 1, 2, 2, 2]])])
    expect(points(series[0]).filter(Number.isNaN)).toHaveLength(1)
    expect(points(series[0]).slice(8, 10)).toEqual([T + 6 * MINUTE, Number.NaN])
  })

  it('of two that share one table is not broken by the instants of the other', async () => {
    const times = every(30 * SECOND, 8)
    const odd = times.map((_, at) => (at % 2 === 1 ? at : null))
    const even = times.map((_, at) => (at % 2 === 0 ? at : null))
    const fields = [time, { ...value, name: 'odd' }, { ...value, name: 'even' }]
    const { series } = await drawn([frame(fields, [times, odd, even])])
    expect(series.map(one => points(one).filter(Number.isNaN))).toEqual([[], []])
  })
})

describe('[FE19] rows in an order of their own', () => {
  it('are drawn in the order of time, so that the newest is the last', async () => {
    const { series } = await drawn([frame([time, value], [every(MINUTE, 4).reverse(), [4, 3, 2, 1]])])
    expect(series[0]).toMatchObject({ times: every(MINUTE, 4), values: [1, 2, 3, 4] })
  })

  it('of one instant count once, the later of them, and a row without a number takes nothing away', async () => {
    const times = [T + MINUTE, T, T + MINUTE, T + MINUTE]
    const { series } = await drawn([frame([time, value], [times, [1, 0, 2, null]])])
    expect(series[0]).toMatchObject({ times: [T, T + MINUTE], values: [0, 2] })
  })

  it('that are none, or null, are an empty panel and no fault', async () => {
    for (const frames of [null, [], [frame([time, value], [])], [frame([time, value], [null, null])], [{}]]) {
      expect(await drawn(frames)).toMatchObject({ series: [] })
    }
  })
})

describe('[FE20] names of lines', () => {
  const two = (field: object, labels: object = {}) => [
    frame([time, { ...field, labels }], [[T], [1]], 'cpu'),
    frame([time, { ...field, labels }], [[T], [2]], 'memory'),
  ]
  const names = async (...args: Parameters<typeof drawn>) => (await drawn(...args)).series.map(({ name }) => name)

  it('are those of their frames where the field is only called Value', async () => {
    expect(await names(two(value))).toEqual(['cpu', 'memory'])
    expect(await names(two(value), 'Use')).toEqual(['cpu Use', 'memory Use'])
  })
  it('have the name of the frame before them where fields or labels are the same', async () => {
    expect(await names(two({ ...value, name: 'usage' }))).toEqual(['cpu usage', 'memory usage'])
    expect(await names(two(value, { host: 'a' }))).toEqual(['cpu {host=a}', 'memory {host=a}'])
  })
  it('are what the data source was told to call them, unless only Grafana could fill it in', async () => {
    const named = (displayName: string) => [frame([time, { ...value, config: { displayName } }], [[T], [1]], 'cpu')]
    expect(await names(named('Processor'))).toEqual(['Processor'])
    expect(await names(named(['$', '{__field.labels.pod}'].join('')))).toEqual(['cpu'])
  })
  it('are there though one label is odd', async () => {
    const odd = [
      frame([time, { ...value, labels: { pod: 7 } }], [[T], [1]], 'cpu'),
      frame([time, value], [[T], [2]], 'memory'),
    ]
    expect(await names(odd)).toEqual(['cpu', 'memory'])
  })
  it('are numbered where nothing tells lines apart', async () => {
    expect(await names([frame([time, value, value, value], [[T], [1], [2], [3]])])).toEqual([
      'Value',
      'Value 2',
      'Value 3',
    ])
  })
})

describe('[FE21] long rows, one for each metric at each instant', () => {
  const metric = { name: 'metric', type: 'string' }
  const times = [T, T, T + MINUTE, T + MINUTE, T + 2 * MINUTE, T + 2 * MINUTE]
  const whose = ['cards', 'wallets', 'cards', 'wallets', 'cards', 'wallets']

  it('are a line for each metric, whatever the order of rows and columns', async () => {
    const { series } = await drawn([frame([time, metric, value], [times, whose, [1, 90, 2, 91, 3, 92]])])
    expect(series).toMatchObject([
      { name: 'cards', values: [1, 2, 3] },
      { name: 'wallets', values: [90, 91, 92] },
    ])
    const turned = [[92, 3, 91, 2, 90, 1], [...whose].reverse(), [...times].reverse()]
    const back = await drawn([frame([value, metric, time], turned)])
    expect(back.series).toMatchObject([
      { name: 'wallets', values: [90, 91, 92] },
      { name: 'cards', values: [1, 2, 3] },
    ])
  })
  it('of several texts and several numbers are named by all of them', async () => {
    const region = { name: 'region', type: 'string' }
    const fields = [time, metric, region, { ...value, name: 'errors' }, { ...value, name: 'calls' }]
    const values = [
      [T, T],
      ['決済', '決済'],
      ['eu', null],
      [1, 2],
      [3, 4],
    ]
    expect((await drawn([frame(fields, values)])).series.map(({ name }) => name)).toEqual([
      'errors{metric=決済, region=eu}',
      'errors 決済',
      'calls{metric=決済, region=eu}',
      'calls 決済',
    ])
  })
  it('with a remark of its own in each row stay one line', async () => {
    const note = { name: 'note', type: 'string' }
    const { series } = await drawn([frame([time, note, value], [every(MINUTE, 3), ['a', 'b', 'c'], [1, 2, 3]])])
    expect(series).toMatchObject([{ values: [1, 2, 3] }])
  })
  it('of 300 metrics are 300 lines', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => at)
    const values = [rows.map(at => T + Math.floor(at / 300) * MINUTE), rows.map(at => `m${at % 300}`), rows]
    const { series } = await drawn([frame([time, metric, value], values)])
    expect(series).toHaveLength(300)
    expect(series[299]).toMatchObject({ name: 'm299', times: { length: 10 } })
  })
})
