import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../src/renderer/charts/chart-data'
import type { TileSource } from '../../../src/renderer/features/metrics/panel-source'
import { Tile } from '../../../src/renderer/features/metrics/tile'
import { drawsTheSame, withReadings } from '../../../src/renderer/stores/board-store'
import { useBoard } from '../../../src/renderer/stores/cockpit'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import { MINUTE } from '../../../src/shared/lib/time'
import { settle, show } from '../../support/shown'

const T0 = Date.parse('2026-03-02T12:00:00Z')
const panel = (change: Partial<PanelReading> = {}): PanelReading => ({
  id: 'errors',
  title: 'Error rate',
  unit: 'percent',
  thresholds: [{ at: 5, level: 'critical' }],
  series: [{ name: 'api', times: Float64Array.of(T0, T0 + MINUTE), values: Float64Array.of(1, 2) }],
  feed: 'prom/panels',
  trueAt: T0,
  problem: '',
  warnings: [],
  ...change,
})

/** As its pane has it; `marks` counts how often it is asked, which is each time that the tile is drawn. */
function shownTile() {
  let asked = 0
  const marks = new Proxy<readonly Mark[]>([], {
    get: (list, name) => {
      asked += 1
      return Reflect.get(list, name)
    },
  })
  const source: TileSource = { freshness: { state: 'fresh', age: 0, reason: '' }, insteadOf: '', name: 'Prometheus' }
  function First() {
    const first = useBoard(board => board.panels[0])
    return first && <Tile panel={first} source={source} marks={marks} until={T0 + MINUTE} />
  }
  return { page: <First />, drawn: () => asked }
}

describe('[MT11] a panel that is read again', () => {
  it('without news is not drawn again, and with news it is', async () => {
    const tile = shownTile()
    const { link, cockpit } = await show(tile.page, at => at.push('panels', [panel()]))
    link.push('panels', [panel()])
    await settle()
    const once = tile.drawn()
    expect(once).toBeGreaterThan(0)
    link.push('panels', [panel({ trueAt: T0 + 500 })])
    link.push('panelTimes', [{ id: 'errors', trueAt: T0 + 1_000 }])
    await settle()
    expect(cockpit.board.getState().panels[0]?.trueAt).toBe(T0 + 1_000)
    expect(tile.drawn()).toBe(once)
    link.push('panels', [panel({ trueAt: T0 + 2_000, problem: 'query timed out' })])
    await settle()
    expect(tile.drawn()).toBeGreaterThan(once)
    expect(document.body.textContent).toContain('query timed out')
  })

  it.each<[string, Partial<PanelReading>]>([
    [
      'one value',
      { series: [{ name: 'api', times: Float64Array.of(T0, T0 + MINUTE), values: Float64Array.of(1, 3) }] },
    ],
    ['a line less', { series: [] }],
    ['a threshold', { thresholds: [] }],
    ['its source', { feed: 'grafana/panels' }],
    ['a warning', { warnings: ['partial'] }],
    ['its title', { title: 'Errors' }],
    ['a table', { table: { columns: [], rows: [], more: 0 } }],
  ])('is news by %s', (_, change) => {
    const before = panel()
    const [now] = withReadings([before], [panel({ trueAt: T0 + 1_000, ...change })])
    expect(now && drawsTheSame(before, now)).toBe(false)
  })
})
