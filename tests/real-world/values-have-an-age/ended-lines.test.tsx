import '../../support/browser-gaps'
import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { shapeAnswer } from '../../../src/main/engine/feeds/shape'
import { columnOf } from '../../../src/renderer/charts/columns'
import { drawableOf } from '../../../src/renderer/charts/drawable'
import { snapshotText } from '../../../src/renderer/features/metrics/snapshot'
import { Tile } from '../../../src/renderer/features/metrics/tile'
import { readTile } from '../../../src/renderer/features/metrics/tile-reading'
import { wallboardTiles } from '../../../src/renderer/features/wallboard/tiles'
import { judgeAt } from '../../../src/renderer/stores/judge'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import type { PanelReading, PanelSeries } from '../../../src/shared/contract/metrics'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { HOUR, MINUTE, type Millis, SECOND } from '../../../src/shared/lib/time'

const now = Date.UTC(2026, 10, 20, 18)
const judge = judgeAt({ judged: now, away: false })
const feed: FeedStatus = {
  ...{ id: 'g/panels', connection: 'g' as ConnectionId, name: 'Grafana', vendor: 'grafana', what: 'panels' },
  ...{ answer: 'good', trueAt: now, lateAfter: 45 * SECOND, reason: '' },
}
const source = { freshness: { state: 'fresh', age: 0, reason: '' }, name: 'Grafana', insteadOf: '' } as const

/** A line with a value each `step` from `from` up to `to` before now. */
function line(name: string, value: number, [from, to]: readonly [Millis, Millis], step: Millis = 15 * SECOND) {
  const count = Math.floor((from - to) / step) + 1
  const times = Array.from({ length: count }, (_, at) => now - to - (count - 1 - at) * step)
  return { name, times, values: times.map(() => value) } satisfies PanelSeries
}
function panel(series: readonly PanelSeries[], rest: Partial<PanelReading> = {}): PanelReading {
  return {
    ...{ id: 'errors', title: 'Errors', unit: 'percent', series, feed: 'g/panels', trueAt: now, problem: '' },
    ...{ thresholds: [{ at: 5, level: 'critical' }], warnings: [], ...rest },
  }
}
const old = line('old', 80, [HOUR, 35 * MINUTE])
const fresh = line('new', 0.2, [35 * MINUTE, 0])
const onTheWall = (one: PanelReading) => wallboardTiles([one], [feed], now - 20 * MINUTE, judge)[0]
const words = (one: PanelReading) => snapshotText([{ panel: one, source }], now).replaceAll('\u202f', ' ')

describe('[MT7] a line that has ended', () => {
  it.each([[[old, fresh]], [[fresh, old]]])(
    'is not now, on the tile, the wall and in a snapshot, in whatever order lines came',
    series => {
      const both = panel(series)
      expect(readTile(both)).toMatchObject({
        line: { name: 'new' },
        figure: { number: '0.2' },
        level: { level: 'ok' },
        endedAt: null,
        ended: [{ name: 'old', at: now - 35 * MINUTE }],
      })
      expect(onTheWall(both)).toMatchObject({ figure: { number: '0.2' }, level: 'ok', endedAt: null })
      expect(words(both)).toContain('Errors 0.2% (new)')
    },
  )
  it('alone says since when there is nothing, and is judged by no threshold and no trend', () => {
    const alone = panel([old])
    const reading = readTile(alone)
    expect(reading).toMatchObject({ figure: { number: '80' }, level: { level: 'none' }, endedAt: now - 35 * MINUTE })
    expect(reading?.trend).toBeUndefined()
    expect(onTheWall(alone)).toMatchObject({ level: 'none', endedAt: now - 35 * MINUTE, trend: undefined })
    expect(words(alone)).toContain('no data since 17:25 UTC')
    render(<Tile panel={alone} source={source} marks={[]} until={now} />)
    expect(screen.getByText('no data since 17:25 UTC').closest('[data-level]')).toHaveProperty('dataset.level', 'stale')
  })
  it('whose source says null since then has ended as well', () => {
    const nulls = { ...fresh, name: 'old', values: fresh.times.map((_at, index) => (index < 4 ? 80 : null)) }
    expect(readTile(panel([nulls]))?.endedAt).toBe(fresh.times[3])
  })
  it('stands before what is well on a full wall', () => {
    const panels = Array.from({ length: 7 }, (_, at) => ({ ...panel([at === 6 ? old : fresh]), id: `p${at}` }))
    expect(wallboardTiles(panels, [feed], null, judge).map(({ id }) => id)).toContain('p6')
  })
  it('is none of the names that a panel shows, and says its end in a table', () => {
    const answer = { panel: 'p', series: [old, fresh], problem: '', warnings: [] }
    expect(shapeAnswer({ unit: 'count', shown: 'names' }, answer, now).table?.rows).toEqual([['new']])
    const steps = [{ do: 'reduce', figures: ['last'] }] as const
    expect(shapeAnswer({ unit: 'percent', steps }, answer, now).table?.rows).toEqual([
      ['old (until 17:25 UTC)', 80],
      ['new', 0.2],
    ])
  })
})

describe('[MT7] a line that goes on', () => {
  it.each([
    ['of 15 s, its last two polls late', 15 * SECOND, 100 * SECOND],
    ['of one minute', MINUTE, 2 * MINUTE],
    ['of five minutes', 5 * MINUTE, 11 * MINUTE],
    ['of twenty minutes', 20 * MINUTE, 25 * MINUTE],
  ])('%s is now', (_, step, age) => {
    expect(readTile(panel([line('slow', 80, [HOUR + age, age], step)]))).toMatchObject({
      level: { level: 'critical' },
      endedAt: null,
    })
  })
  it('of one sample is now for as long as Prometheus itself takes it for now', () => {
    const one = (age: Millis) => readTile(panel([{ name: 'a', times: [now - age], values: [80] }]))?.endedAt
    expect([one(0), one(4 * MINUTE), one(6 * MINUTE)]).toEqual([null, null, now - 6 * MINUTE])
  })
  it('and is forecast shows its value of now, not of the day’s end', () => {
    const forecast = line('disk', 1, [30 * MINUTE, -30 * MINUTE], 5 * MINUTE)
    const rising = { ...forecast, values: forecast.times.map(at => (at <= now ? 1 : 99)) }
    expect(readTile(panel([rising]))?.figure.number).toBe('1')
  })
})

it('[CH7] all charts show the hour up to now, also where lines ended, began late or have one sample', () => {
  for (const series of [[old], [fresh], [line('one', 1, [0, 0])], [old, fresh]]) {
    const { span, columns } = drawableOf({ ...panel(series), marks: [], stale: false, until: now }, null)
    expect(span).toEqual({ from: now - HOUR, to: now })
    expect(columns.map(({ points }) => points.length)).toEqual(series.map(one => columnOf(one).points.length))
  }
})
