import { describe, expect, it } from 'vitest'
import type { PanelReading, PanelSeries } from '../../../src/shared/contract/metrics'
import { panelsFromBytes, panelsToBytes } from '../../../src/shared/contract/panel-bytes'

const times = [1_763_700_000_000, 1_763_700_015_000, 1_763_700_030_000]
const line = (name: string, values: PanelSeries['values']): PanelSeries => ({ name, times: [...times], values })
const panel = (id: string, series: readonly PanelSeries[]): PanelReading => ({
  id,
  title: `Panel “${id}” – größer`,
  unit: 'percent',
  thresholds: [{ at: 5, level: 'critical' }],
  series,
  feed: 'prom/panels',
  trueAt: times[2] ?? null,
  problem: '',
  warnings: [],
})

describe('panels as bytes', () => {
  const panels = [
    panel('a', [line('x', [1, null, 3.25]), line('y', [4, 5, 6])]),
    panel('b', [line('z', [-0.5, 0, 1e12])]),
  ]

  it('says on the other side what was said on this one, a hole as NaN', () => {
    expect(panelsFromBytes(panelsToBytes(panels))).toEqual([
      panel('a', [packed('x', [1, Number.NaN, 3.25]), packed('y', [4, 5, 6])]),
      panel('b', [packed('z', [-0.5, 0, 1e12])]),
    ])
  })
  it('carries panels without lines', () => {
    const table = { columns: [{ name: 'Name' }], rows: [['db-1'], [7], [null]], more: 0 }
    const told = [{ ...panel('c', []), table, trueAt: null }]
    expect(panelsFromBytes(panelsToBytes(told))).toEqual(told)
    expect(panelsFromBytes(panelsToBytes([]))).toEqual([])
  })
  it('writes instants that lines share once', () => {
    const [one, two] = [panelsToBytes(panels.slice(0, 1)), panelsToBytes([panel('a', [line('x', [1, 2, 3])])])]
    expect(one.length - two.length).toBeLessThan(100)
  })
  it('reads bytes that lie anywhere in a buffer', () => {
    const bytes = panelsToBytes(panels)
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect(panelsFromBytes(moved.subarray(3))).toEqual(panelsFromBytes(bytes))
  })
  it('drops what was not made by it: cut short, too long, a column that points outside', () => {
    const bytes = panelsToBytes(panels)
    const outside = panelsToBytes([panel('a', [line('x', [1, 2, 3])])])
    const text = new TextDecoder().decode(outside)
    outside.set(
      new TextEncoder().encode('[9,3]'),
      new TextEncoder().encode(text.slice(0, text.indexOf('[0,3]'))).length,
    )
    expect(panelsFromBytes(outside)).toBeUndefined()
    for (let length = 0; length < bytes.length; length += 1) {
      expect(panelsFromBytes(bytes.slice(0, length)), `cut at ${length}`).toBeUndefined()
    }
    for (const junk of [
      [0, 0, 0, 2, 123, 125, 0, 0],
      [0, 0, 0, 4, 110, 117, 108, 108],
      [255, 255, 255, 255],
    ]) {
      expect(panelsFromBytes(new Uint8Array(junk))).toBeUndefined()
    }
  })
})

function packed(name: string, values: readonly number[]): PanelSeries {
  return { name, times: Float64Array.from(times), values: Float64Array.from(values) }
}
