import { describe, expect, it } from 'vitest'
import { tileSource } from '../../../src/renderer/features/metrics/panel-source'
import { readTile } from '../../../src/renderer/features/metrics/tile-reading'
import { judgeAt } from '../../../src/renderer/stores/judge'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import type { PanelReading, PanelSeries } from '../../../src/shared/contract/metrics'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'

const now = Date.UTC(2026, 10, 20, 12)
const judge = judgeAt({ judged: now, away: false })

/** One sample a minute, the last one now. */
const line = (name: string, ...values: (number | null)[]): PanelSeries => ({
  name,
  times: values.map((_, at) => now - (values.length - 1 - at) * MINUTE),
  values,
})
const flat = (name: string, then: number, value: number) => line(name, ...new Array<number>(10).fill(then), value)
const panel = (rest: Partial<PanelReading>): PanelReading => ({
  id: 'errors',
  title: 'Errors',
  unit: 'percent',
  thresholds: [
    { at: 1, level: 'warning' },
    { at: 5, level: 'critical' },
  ],
  series: [],
  feed: 'grafana/panels',
  trueAt: now,
  problem: '',
  warnings: [],
  ...rest,
})

describe('[MT1] a tile', () => {
  it('shows the worst line, its level, and how it came there', () => {
    const reading = readTile(panel({ series: [flat('eu', 0.4, 7.5), flat('us', 0.4, 0.5)] }))
    expect(reading).toMatchObject({
      line: { name: 'eu' },
      figure: { number: '7.5', unit: '%' },
      level: { level: 'critical' },
    })
    expect(reading?.trend).toMatchObject({ way: 'up', word: 'worse' })
  })
  it('takes the lowest line where low is bad', () => {
    const thresholds = [
      { at: 95, level: 'warning' },
      { at: 90, level: 'critical' },
    ] as const
    const reading = readTile(panel({ thresholds, series: [flat('eu', 99, 70), flat('us', 99, 99)] }))
    expect(reading).toMatchObject({
      line: { name: 'eu' },
      level: { level: 'critical' },
      trend: { way: 'down', word: 'worse' },
    })
  })
  it('calls noise the same, and the way back better', () => {
    expect(readTile(panel({ series: [flat('eu', 0.4, 0.42)] }))?.trend?.word).toBe('same')
    expect(readTile(panel({ series: [flat('eu', 9, 0.4)] }))?.trend?.word).toBe('better')
  })
  it('does not call good or bad what has no threshold', () => {
    expect(readTile(panel({ thresholds: [], series: [flat('eu', 400, 90)] }))?.trend?.word).toBe('lower')
  })
  it('says nothing of ten minutes ago where nothing was measured then', () => {
    expect(readTile(panel({ series: [line('eu', 1, 2)] }))?.trend).toBeUndefined()
  })
  it('reads nothing from lines without values', () => {
    expect(readTile(panel({ series: [line('eu', null, null)] }))).toBeUndefined()
  })
})

describe('[MT9] where values come from', () => {
  const feed = (vendor: 'grafana' | 'prometheus', rest: Partial<FeedStatus> = {}): FeedStatus => ({
    id: `${vendor}/panels`,
    connection: vendor as ConnectionId,
    name: vendor,
    vendor,
    what: 'panels',
    answer: 'good',
    trueAt: now,
    lateAfter: 30 * SECOND,
    reason: '',
    ...rest,
  })
  it('has the age of the panel and the health of its feed', () => {
    const down = feed('grafana', { answer: 'failed', reason: '502 Bad Gateway' })
    expect(tileSource(panel({ trueAt: now - MINUTE }), [down], judge).freshness).toEqual({
      state: 'down',
      age: MINUTE,
      reason: '502 Bad Gateway',
    })
  })
  it('turns late by itself', () => {
    expect(
      tileSource(panel({}), [feed('grafana')], judgeAt({ judged: now + MINUTE, away: false })).freshness.state,
    ).toBe('late')
  })
  it('names the fall-back only when it stands in for another', () => {
    const read = panel({ feed: 'prometheus/panels' })
    expect(tileSource(read, [feed('prometheus')], judge).insteadOf).toBe('')
    expect(tileSource(read, [feed('grafana'), feed('prometheus')], judge)).toMatchObject({
      insteadOf: 'grafana',
      name: 'Prometheus',
    })
  })
})
