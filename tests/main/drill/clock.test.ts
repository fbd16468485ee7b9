import { describe, expect, it } from 'vitest'
import { LONGEST_TIMER, realTimeClock } from '../../../src/main/engine/clock/clock'
import { drillClock } from '../../../src/main/engine/drill/clock'
import type { Clock } from '../../../src/main/engine/ports'
import { HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type HandWall, handWall } from './hand-wall'

const START = 1_790_000_000_000

const clocks: readonly [string, number, (wall: HandWall) => Clock][] = [
  ['system clock', 1, wall => realTimeClock(wall)],
  ['drill clock at speed 1', 1, wall => drillClock({ startedAt: START, speed: 1 }, wall)],
  ['drill clock at speed 60', 60, wall => drillClock({ startedAt: START, speed: 60 }, wall)],
  ['drill clock at speed 0.3', 0.3, wall => drillClock({ startedAt: START, speed: 0.3 }, wall)],
]

describe.each(clocks)('%s', (_name, rate, open) => {
  it('[DK1] moves at its rate, in whole milliseconds', () => {
    const wall = handWall(START)
    const clock = open(wall)
    expect(clock.rate).toBe(rate)
    wall.pass(7_777)
    expect(clock.now()).toBe(START + Math.floor(7_777 * rate))
  })

  it('[DK2] runs once when the instant comes, not before', () => {
    const wall = handWall(START)
    const clock = open(wall)
    const seen: number[] = []
    clock.at(START + 5 * MINUTE, () => seen.push(clock.now()))
    wall.pass((5 * MINUTE) / rate - 2)
    expect(seen).toEqual([])
    wall.pass(3)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toBeGreaterThanOrEqual(START + 5 * MINUTE)
    wall.pass(HOUR)
    expect(seen).toHaveLength(1)
  })

  it('[DK3] runs a past instant at once, after handing out the stop', () => {
    const wall = handWall(START)
    let runs = 0
    open(wall).at(START - HOUR, () => {
      runs += 1
    })
    expect(runs).toBe(0)
    wall.pass(0)
    expect(runs).toBe(1)
  })

  it('[DK4] does not run after its stop, however often that is called', () => {
    const wall = handWall(START)
    const stop = open(wall).at(START + 10 * MINUTE, () => expect.unreachable())
    wall.pass(MINUTE / rate)
    stop()
    stop()
    wall.pass(HOUR / rate)
    expect(wall.timers()).toBe(0)
  })

  it('[DK5] looks again on waking: a sleep makes it neither early nor late by more than one look', () => {
    const wall = handWall(START)
    let runs = 0
    open(wall).at(START + HOUR, () => {
      runs += 1
    })
    wall.sleep((2 * HOUR) / rate)
    wall.pass(LONGEST_TIMER)
    expect(runs).toBe(1)
  })

  it('[DK6] splits spans that no timer can hold', () => {
    const wall = handWall(START)
    let runs = 0
    const far = 26 * 24 * HOUR
    open(wall).at(START + far, () => {
      runs += 1
    })
    wall.pass(far / rate - SECOND)
    expect(runs).toBe(0)
    wall.pass(2 * SECOND)
    expect(runs).toBe(1)
    expect(wall.longestTimer()).toBeLessThan(2 ** 31)
  })
})

it('[DK7] a drill that was stopped and started again is where it would have been', () => {
  const wall = handWall(START)
  const before = drillClock({ startedAt: START, speed: 4 }, wall)
  wall.pass(MINUTE)
  expect(before.now()).toBe(START + 4 * MINUTE)
  wall.sleep(MINUTE)
  expect(drillClock({ startedAt: START, speed: 4 }, wall).now()).toBe(START + 8 * MINUTE)
})

it('[DK8] really waits and really stops on this machine', async () => {
  const clock = drillClock({ startedAt: Date.now(), speed: 100 })
  const due = clock.now() + 2 * SECOND
  clock.at(due - SECOND, () => expect.unreachable())()
  await new Promise<void>(resolve => {
    clock.at(due, resolve)
  })
  expect(clock.now()).toBeGreaterThanOrEqual(due)
})
