import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type HandClock, handClock } from '../../support/hand-clock'
import * as stage from './stage'

let clock: HandClock
let grafana: stage.VendedPanels
let prometheus: stage.VendedPanels
beforeEach(() => {
  clock = handClock()
  grafana = stage.panelsSource('grafana', 'grafana')
  prometheus = stage.panelsSource('prom', 'prometheus')
})

const sources = () => [grafana.source, prometheus.source]
const feedIds = (feeds: stage.Stage['feeds']) => feeds.board().feeds.map(feed => feed.id)

describe('panels', () => {
  it('[FE5] reads the panels of one connection with one question, over the last hour', async () => {
    const panels = [stage.panel('a', 'grafana'), stage.panel('b', 'prom'), stage.panel('c', 'grafana')]
    const { feeds, walk } = stage.onStage(clock, sources(), panels)
    const start = clock.now()
    await walk(SECOND)
    expect(grafana.asked).toEqual([['a', 'c']])
    expect(prometheus.asked).toEqual([['b']])
    const [window] = grafana.windows
    expect(window).toEqual({ from: start + 250 - HOUR, to: start + 250, step: 10_000 })
    expect(feeds.board().panels.map(reading => [reading.id, reading.feed, reading.trueAt])).toEqual([
      ['a', 'grafana/panels', start + 250],
      ['b', 'prom/panels', start + 250],
      ['c', 'grafana/panels', start + 250],
    ])
  })

  it('[FE5] shows every panel before it was read', () => {
    const { feeds } = stage.onStage(clock, sources(), [stage.panel('a', 'grafana'), stage.panel('b', 'nowhere')])
    expect(feeds.board().panels).toMatchObject([
      { id: 'a', trueAt: null, problem: '' },
      { id: 'b', trueAt: null, problem: expect.stringContaining('nowhere') },
    ])
  })

  it('[MT11] pushes of a panel without news only when it was true, and of one with news all of it', async () => {
    const { feeds, walk, told } = stage.onStage(clock, sources(), [stage.panel('a', 'grafana')])
    const line = (value: number) => ({
      series: [{ name: 'x', times: [1, 2], values: Float64Array.of(value, Number.NaN) }],
    })
    const pushed = () => told.map(({ name }) => name).filter(name => name === 'panels' || name === 'panelTimes')
    grafana.special = () => line(1)
    await walk(SECOND)
    const [first] = feeds.board().panels
    await walk(15 * SECOND)
    const [again] = feeds.board().panels
    expect(new Set(pushed().slice(1))).toEqual(new Set(['panelTimes']))
    expect(again?.series).toBe(first?.series)
    expect(told.findLast(({ name }) => name === 'panelTimes')?.payload).toEqual([{ id: 'a', trueAt: again?.trueAt }])
    expect(again?.trueAt).toBeGreaterThan(first?.trueAt ?? 0)
    grafana.special = () => line(2)
    await walk(15 * SECOND)
    expect(pushed()).toContain('panelTimes')
    expect(pushed().filter(name => name === 'panels')).toHaveLength(2)
    grafana.special = () => ({ series: [], problem: 'parse error' })
    await walk(15 * SECOND)
    expect(pushed().filter(name => name === 'panels')).toHaveLength(3)
  })

  it('[FE5] one panel’s trouble stays its own, and keeps the series that it showed', async () => {
    const { feeds, walk } = stage.onStage(clock, sources(), [stage.panel('a', 'grafana'), stage.panel('b', 'grafana')])
    await walk(SECOND)
    const before = feeds.board().panels[0]
    grafana.special = id => (id === 'a' ? { series: [], problem: 'parse error' } : {})
    await walk(15 * SECOND)
    const [a, b] = feeds.board().panels
    expect(a).toEqual({ ...before, problem: 'parse error' })
    expect(b).toMatchObject({ problem: '' })
    expect(b?.trueAt).toBeGreaterThan(before?.trueAt ?? 0)
    expect(feeds.board().feeds[0]?.answer).toBe('good')
  })

  it('[FE5] an answer that leaves a panel out is that panel’s trouble', async () => {
    grafana.special = () => ({ panel: 'another' })
    const { feeds, walk } = stage.onStage(clock, sources(), [stage.panel('a', 'grafana')])
    await walk(SECOND)
    expect(feeds.board().panels[0]?.problem).not.toBe('')
  })

  it('[FE8] reads the fall-back at the usual pace while the connection does not answer, and says so', async () => {
    grafana.fault = stage.unreachable
    const { feeds, walk } = stage.onStage(clock, sources(), [
      stage.panel('a', 'grafana', 'prom'),
      stage.panel('b', 'grafana'),
    ])
    await walk(2 * SECOND)
    expect(feedIds(feeds)).toEqual(['grafana/panels', 'prom/panels'])
    await walk(2 * MINUTE)
    expect(prometheus.asked.length).toBeGreaterThanOrEqual(8)
    expect(prometheus.asked[0]).toEqual(['a'])
    expect(grafana.asked.length).toBeLessThan(6)
    const [a, b] = feeds.board().panels
    expect(a).toMatchObject({ feed: 'prom/panels', series: [{ name: 'prom' }] })
    expect(b).toMatchObject({ feed: 'grafana/panels', trueAt: null })
    expect(feeds.board().feeds).toMatchObject([{ answer: 'failed' }, { answer: 'good' }])
  })

  it('[FE8] goes back to the connection when it answers again, and leaves the fall-back alone', async () => {
    grafana.fault = stage.unreachable
    const { feeds, walk } = stage.onStage(clock, sources(), [stage.panel('a', 'grafana', 'prom')])
    await walk(MINUTE)
    grafana.fault = null
    await walk(3 * MINUTE)
    expect(feedIds(feeds)).toEqual(['grafana/panels'])
    expect(feeds.board().panels[0]).toMatchObject({ feed: 'grafana/panels', series: [{ name: 'grafana' }] })
    const asked = prometheus.asked.length
    await walk(MINUTE)
    expect(prometheus.asked).toHaveLength(asked)
  })

  it('[FE8] a fall-back with charts of its own stays listed', async () => {
    grafana.fault = stage.unreachable
    const panels = [stage.panel('a', 'grafana', 'prom'), stage.panel('own', 'prom')]
    const { feeds, walk } = stage.onStage(clock, sources(), panels)
    await walk(MINUTE)
    grafana.fault = null
    await walk(3 * MINUTE)
    expect(feedIds(feeds).sort()).toEqual(['grafana/panels', 'prom/panels'])
  })

  it('[FE8] when the fall-back is down too, the last charts stay', async () => {
    const { feeds, walk } = stage.onStage(clock, sources(), [stage.panel('a', 'grafana', 'prom')])
    await walk(SECOND)
    const before = feeds.board().panels
    grafana.fault = prometheus.fault = stage.unreachable
    await walk(3 * MINUTE)
    expect(feeds.board().panels).toEqual(before)
    expect(feeds.board().feeds.every(feed => feed.answer === 'failed')).toBe(true)
  })

  it('[FE8] a panel whose own connection is not set up is read through its fall-back', async () => {
    const { feeds, walk } = stage.onStage(clock, [prometheus.source], [stage.panel('a', 'grafana', 'prom')])
    await walk(SECOND)
    expect(feeds.board().panels[0]).toMatchObject({ feed: 'prom/panels', problem: '' })
  })

  it('[FE3] stop ends the fall-back too', async () => {
    grafana.fault = stage.unreachable
    const { feeds, walk } = stage.onStage(clock, sources(), [stage.panel('a', 'grafana', 'prom')])
    await walk(MINUTE)
    feeds.stop()
    const asked = [grafana.asked.length, prometheus.asked.length]
    await walk(5 * MINUTE)
    expect([grafana.asked.length, prometheus.asked.length]).toEqual(asked)
  })
})
