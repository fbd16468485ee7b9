import { describe, expect, it } from 'vitest'
import { type ChartData, summary } from '../../../src/renderer/charts/chart-data'
import { drawableOf } from '../../../src/renderer/charts/drawable'
import { chartOption } from '../../../src/renderer/charts/option'
import { readPalette } from '../../../src/renderer/charts/palette'

const noon = Date.UTC(2026, 10, 20, 12)
const data: ChartData = {
  title: 'Error rate',
  unit: 'percent',
  series: [{ name: 'checkout', times: [noon, noon + 30_000], values: [1, 7.5] }],
  thresholds: [{ at: 5, level: 'critical' }],
  marks: [{ at: noon + 10_000, label: '1', text: 'Roll back 4.12' }],
  until: noon + 30_000,
  stale: false,
}

describe('what a chart says to who cannot see it', () => {
  it('names the last values, the thresholds and the decisions', () => {
    expect(summary(data).replaceAll('\u202f', ' ')).toBe(
      'Error rate, line chart; checkout 7.5 % at 12:00:30 UTC; critical at 5 %; 1: Roll back 4.12 at 12:00:10 UTC',
    )
  })
  it('says that there is nothing, and that it is not current', () => {
    const empty = { ...data, series: [], thresholds: [], marks: [], stale: true }
    expect(summary(empty)).toBe('Error rate, line chart, not current; no data')
  })
})

describe('what is drawn', () => {
  const option = chartOption(drawableOf(data, null), readPalette(document.body), { width: 400, height: 120 })
  const drawn = option.series as { data: unknown; markLine?: { data: object[] } }[]

  it('never animates', () => {
    expect(option.animation).toBe(false)
  })
  it('hands the library typed columns', () => {
    expect(drawn[0]?.data).toBeInstanceOf(Float64Array)
  })
  it('draws thresholds across and decisions down', () => {
    const lines = drawn[1]?.markLine?.data ?? []
    expect(lines[0]).toMatchObject({ yAxis: 5 })
    expect(lines[1]).toMatchObject({ xAxis: noon + 10_000, name: '1' })
  })
  it('[NU1] tells values on its axis apart, in as many letters as have room', () => {
    const slo = { ...data, series: [{ name: 'slo', times: [noon], values: [99.96] }] }
    const low = { ...slo, thresholds: [{ at: 99.99, level: 'critical', low: true }] as const }
    const drawn = chartOption(drawableOf(low, null), readPalette(document.body), { width: 400, height: 120 })
    const { axisLabel } = drawn.yAxis as { axisLabel: { formatter: (value: number) => string } }
    expect([99.94, 99.97, 100].map(axisLabel.formatter)).toEqual(['99.94', '99.97', '100\u202f%'])
  })
})
