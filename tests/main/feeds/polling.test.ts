import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type HandClock, handClock } from '../../support/hand-clock'
import * as stage from './stage'

let clock: HandClock
beforeEach(() => {
  clock = handClock()
})

function spans(instants: readonly number[]): readonly number[] {
  return instants.slice(1).map((instant, index) => instant - (instants[index] ?? 0))
}

describe('polling', () => {
  it('[FE3] asks all within half a second, not all in one instant', async () => {
    const start = clock.now()
    const vendors = [0, 1, 2, 3, 4].map(() => stage.vended(clock, []))
    let chance = 0
    const random = () => {
      chance = (chance + 0.19) % 1
      return chance
    }
    const sources = vendors.map((vendor, index) => stage.alertsSource(`c${index}`, vendor))
    await stage.onStage(clock, sources, [], random).walk(500)
    const firsts = vendors.map(vendor => (vendor.askedAt[0] ?? Number.NaN) - start)
    expect(firsts.every(first => first >= 0 && first <= 500)).toBe(true)
    expect(new Set(firsts).size).toBe(5)
  })

  it('[FE3] waits the interval after each answer', async () => {
    const vendor = stage.vended(clock, [])
    await stage.onStage(clock, [stage.alertsSource('pd', vendor)]).walk(61 * SECOND)
    expect(spans(vendor.askedAt)).toEqual([15_000, 15_000, 15_000, 15_000])
  })

  it('[FE3] never asks a second time while the first question is open', async () => {
    const vendor = stage.vended(clock, [])
    vendor.answer = 'hang'
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(5 * MINUTE)
    feeds.refresh()
    feeds.setPace('active')
    await walk(MINUTE)
    expect(vendor.askedAt).toHaveLength(1)
  })

  it('[FE3] refresh asks at once, and asks a vendor that wants silence only when that is over', async () => {
    const vendor = stage.vended(clock, [])
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(2 * SECOND)
    feeds.refresh()
    await walk(250)
    expect(vendor.askedAt).toHaveLength(2)
    vendor.answer = { ok: false, fault: { kind: 'rate-limited', retryAfter: 40 * SECOND, message: 'later' } }
    await walk(15 * SECOND)
    expect(vendor.askedAt).toHaveLength(3)
    feeds.refresh()
    await walk(39 * SECOND)
    expect(vendor.askedAt).toHaveLength(3)
    await walk(2 * SECOND)
    expect(vendor.askedAt).toHaveLength(4)
  })

  it('[FE3] refresh asks a failing vendor now, however long it had to wait', async () => {
    const vendor = stage.vended(clock, [])
    vendor.answer = { ok: false, fault: stage.unreachable }
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(4 * MINUTE)
    const asked = vendor.askedAt.length
    feeds.refresh()
    await walk(250)
    expect(vendor.askedAt).toHaveLength(asked + 1)
  })

  it('[FE3] a clock that runs sixty times as fast polls as often by its own time', async () => {
    clock = handClock(undefined, 60)
    const vendor = stage.vended(clock, [])
    await stage.onStage(clock, [stage.alertsSource('pd', vendor)]).walk(5 * MINUTE)
    expect(new Set(spans(vendor.askedAt))).toEqual(new Set([15_000]))
  })

  it('[FE3] stop aborts the open question, asks nothing more and tells nothing more', async () => {
    const vendor = stage.vended(clock, [])
    let answer: (reply: { ok: true; value: [] }) => void = () => undefined
    const source = stage.alertsSource('pd', {
      ...vendor,
      ask: signal => {
        void vendor.ask(signal)
        return new Promise(resolve => {
          answer = resolve
        })
      },
    })
    const { feeds, told, walk } = stage.onStage(clock, [source])
    await walk(SECOND)
    const before = told.length
    feeds.stop()
    expect(vendor.signals[0]?.aborted).toBe(true)
    answer({ ok: true, value: [] })
    feeds.refresh()
    feeds.setPace('active')
    await walk(5 * MINUTE)
    expect(vendor.askedAt).toHaveLength(1)
    expect(told).toHaveLength(before)
  })

  it('[FE3] a client that throws is a failed feed, not a dead one', async () => {
    const vendor = stage.vended(clock, [])
    let broken = true
    const ask = (signal: AbortSignal) => (broken ? Promise.reject(new Error('flaw')) : vendor.ask(signal))
    const { feeds, logged, walk } = stage.onStage(clock, [stage.alertsSource('pd', { ...vendor, ask })])
    await walk(SECOND)
    expect(feeds.board().feeds[0]).toMatchObject({ answer: 'failed', reason: expect.stringContaining('flaw') })
    expect(logged[0]).toContain('threw')
    broken = false
    await walk(20 * SECOND)
    expect(feeds.board().feeds[0]).toMatchObject({ answer: 'good', reason: '' })
  })

  it('[FE3] an open incident cuts a chart’s wait short', async () => {
    const grafana = stage.panelsSource('grafana', 'grafana')
    const { feeds, walk } = stage.onStage(clock, [grafana.source], [stage.panel('p', 'grafana')])
    await walk(6 * SECOND)
    expect(grafana.asked).toHaveLength(1)
    expect(feeds.board().feeds[0]?.lateAfter).toBe(45_000)
    feeds.setPace('active')
    expect(feeds.board().feeds[0]?.lateAfter).toBe(15_000)
    await walk(500)
    expect(grafana.asked).toHaveLength(2)
    await walk(20 * SECOND)
    expect(grafana.asked).toHaveLength(6)
  })
})
