import '../../support/browser-gaps'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readDashboardText } from '../../../src/main/engine/dashboards/document'
import { importDashboard } from '../../../src/main/engine/dashboards/import'
import { panelField } from '../../../src/main/hosts/panel-shape'
import { PLOT } from '../../../src/renderer/charts/plot'
import { pointAt } from '../../../src/renderer/charts/pointed'
import { PointerLayer } from '../../../src/renderer/charts/pointer-layer'
import { snapshotText } from '../../../src/renderer/features/metrics/snapshot'
import { Tile } from '../../../src/renderer/features/metrics/tile'
import { wallboardTiles } from '../../../src/renderer/features/wallboard/tiles'
import { judgeAt } from '../../../src/renderer/stores/judge'
import { thresholdLevel } from '../../../src/shared/contract/figures/levels'
import { measured } from '../../../src/shared/contract/figures/units'
import type { PanelReading, Threshold } from '../../../src/shared/contract/metrics'
import type { PanelUnit } from '../../../src/shared/contract/panel-units'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'

const now = Date.UTC(2026, 10, 20, 18)
const judge = judgeAt({ judged: now, away: false })
const source = { freshness: { state: 'fresh', age: 0, reason: '' }, name: 'Grafana', insteadOf: '' } as const
const plain = (text: string | null | undefined) => text?.replaceAll('\u202f', ' ')

function panel(values: readonly number[], thresholds: readonly Threshold[], rest: Partial<PanelReading> = {}) {
  const times = values.map((_, at) => now - (values.length - 1 - at) * MINUTE)
  return {
    ...{ id: 'p', title: 'Success', unit: 'percent', feed: 'g/panels', trueAt: now, problem: '', warnings: [] },
    ...{ thresholds, series: [{ name: 'api', times, values }], ...rest },
  } as PanelReading
}
const below = (at: number): readonly Threshold[] => [{ at, level: 'critical', low: true }]
const above = (at: number): readonly Threshold[] => [{ at, level: 'critical' }]

/** The figure of a value beside a threshold, and what is said of it. */
function said(value: number, thresholds: readonly Threshold[], unit: PanelUnit = 'percent', decimals?: number) {
  const figure = measured(value, unit, { decimals, beside: thresholds.map(({ at }) => at) })
  return plain(`${figure}, ${thresholdLevel(value, thresholds, unit, decimals).words}`)
}

describe('[NU1] a figure beside its threshold', () => {
  it.each([
    [99.96, below(99.99), 'percent', '99.96 %, below 99.99 %'],
    [99.989, below(99.99), 'percent', '99.989 %, below 99.99 %'],
    [99.995, below(99.99), 'percent', '99.995 %, ok'],
    [99.989_999_8, below(99.99), 'percent', '<99.99 %, below 99.99 %'],
    [0.9996, below(0.9999), 'ratio', '99.96 %, below 99.99 %'],
    [5.001, above(5), 'percent', '5.001 %, above 5 %'],
    [4.999, above(5), 'percent', '4.999 %, ok'],
    [5, above(5), 'percent', '5 %, at 5 %'],
    [999.7, above(1_000), 'milliseconds', '999.7 ms, ok'],
    [1_000.3, above(1_000), 'milliseconds', '1.0003 s, above 1 s'],
    [1_500_100_000, above(1_500_000_000), 'bytes', '1.3971 GiB, above 1.397 GiB'],
    [10_040, above(10_000), 'count', '10.04k, above 10k'],
    [-0.4, below(0), 'celsius', '-0.4 °C, below 0 °C'],
    [0.1 + 0.2, above(0.3), 'percent', '0.3 %, above 0.3 %'],
  ] as const)('%d with %o in %s reads as it is', (value, thresholds, unit, words) => {
    expect(said(value, thresholds, unit)).toBe(words)
  })
})

describe('[NU2] a figure', () => {
  it.each([
    [99.96, 'percent', '99.96 %'],
    [99.999_9, 'percent', '99.9999 %'],
    [99.999_999_8, 'percent', '<100 %'],
    [0.999_97, 'ratio', '99.997 %'],
    [100, 'percent', '100 %'],
    [100.04, 'percent', '100.04 %'],
    [0.004, 'percent', '0.004 %'],
    [0.000_000_1, 'per-second', '>0/s'],
    [-0.000_000_1, 'plain', '<0'],
    [0, 'percent', '0 %'],
    [-0, 'percent', '0 %'],
    [1e-17, 'percent', '0 %'],
    [12.3456, 'percent', '12.3 %'],
  ] as const)('of %d %s is never rounded to all or nothing: %s', (value, unit, words) => {
    expect(plain(measured(value, unit))).toBe(words)
  })
  it.each([
    [99.5, 'percent', 2, '99.50 %'],
    [99.96, 'percent', 0, '99.96 %'],
    [42.4, 'percent', 0, '42 %'],
    [1.234_567, 'seconds', 3, '1.235 s'],
    [12_345, 'count', 1, '12.3k'],
  ] as const)('of %d %s with %d decimals is “%s”', (value, unit, decimals, words) => {
    expect(plain(measured(value, unit, { decimals }))).toBe(words)
  })
})

describe('[NU3] the same digits stand', () => {
  afterEach(() => {
    cleanup()
    act(() => pointAt(null))
    vi.restoreAllMocks()
  })
  const slo = panel(new Array<number>(11).fill(99.96), below(99.99))

  it('on the tile, on the wall, in a snapshot and under the pointer', () => {
    render(<Tile panel={slo} source={source} marks={[]} until={now} />)
    expect(screen.getByRole('article', { name: 'Success' }).textContent).toContain('99.96')
    expect(plain(screen.getByText(/below/).textContent)).toBe('below 99.99 %')
    expect(wallboardTiles([slo], [], null, judge)[0]?.figure.number).toBe('99.96')
    expect(plain(snapshotText([{ panel: slo, source }], now))).toMatch(/Success 99\.96%, below 99\.99 %/)
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(PLOT.left + 100 + PLOT.right)
    const { series, unit, thresholds } = slo
    const props = { span: { from: now - HOUR, to: now }, series, unit, thresholds, lines: ['#fff'] }
    const { container } = render(<PointerLayer {...props} />)
    fireEvent.pointerMove(container.firstElementChild as Element, { clientX: PLOT.left + 100 })
    expect(plain(container.querySelector('dd')?.textContent)).toBe('api 99.96 %')
  })
  it('and the pointer reads nothing off a line that had ended', () => {
    const ended = [{ name: 'old', times: [50, 49, 48, 47].map(ago => now - ago * MINUTE), values: [1, 1, 1, 1] }]
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(PLOT.left + 100 + PLOT.right)
    const span = { from: now - HOUR, to: now }
    const { container } = render(<PointerLayer span={span} series={ended} unit="percent" lines={['#fff']} />)
    fireEvent.pointerMove(container.firstElementChild as Element, { clientX: PLOT.left + 100 })
    expect(container.querySelector('dd')?.textContent).toBe('old no value')
  })
  it('and both sides of a trend that is not “same” differ', () => {
    const values = [99.96, ...new Array<number>(9).fill(99.96), 99.94]
    render(<Tile panel={panel(values, below(99.5))} source={source} marks={[]} until={now} />)
    expect(screen.getByRole('article', { name: 'Success' }).textContent).toMatch(/99\.9\D.*99\.96/)
  })
})

it('[NU4] decimals of a dashboard’s panel are kept, of whatever version and in whatever form', () => {
  const target = { refId: 'A', expr: 'up' }
  const of = (rest: object) => {
    const panels = [{ id: 1, type: 'stat', title: 'p', datasource: { type: 'prometheus' }, targets: [target], ...rest }]
    const read = readDashboardText(JSON.stringify({ title: 'd', panels }))
    if (!read.ok) throw new Error(read.fault.message)
    return importDashboard(read.value, { through: 'grafana' }).rows[0]?.panels[0]?.decimals
  }
  expect(of({ fieldConfig: { defaults: { decimals: 3 } } })).toBe(3)
  expect(of({ type: 'singlestat', decimals: 1 })).toBe(1)
  expect(of({ type: 'graph', yaxes: [{ format: 'percent', decimals: 2 }, {}] })).toBe(2)
  expect(of({ fieldConfig: { defaults: { decimals: 0 } } })).toBe(0)
  expect([of({}), of({ decimals: null }), of({ fieldConfig: { defaults: { decimals: 'two' } } })]).toEqual([
    null,
    null,
    null,
  ])
  const spec = { id: 'p', title: 'p', unit: 'percent', connection: 'g', queries: [{ legend: '', expr: 'up' }] }
  expect(panelField.safeParse({ ...spec, decimals: 2 }).data?.decimals).toBe(2)
  expect(panelField.safeParse(spec).success).toBe(true)
})
