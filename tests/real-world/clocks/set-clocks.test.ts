import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { watchClock } from '../../../src/main/engine/clock/clock-watch'
import { reckon } from '../../../src/renderer/stores/engine-clock'
import { freshnessText } from '../../../src/renderer/ui/freshness-badge'
import { type FeedHealth, freshness } from '../../../src/shared/domain/freshness'
import { foldEvents } from '../../../src/shared/events/fold'
import type { IncidentEvent } from '../../../src/shared/events/registry'
import { HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import { engineOn, incidentWith } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { handClock } from '../../support/hand-clock'

const NOW = 1_790_000_000_000

describe('the age of what is shown', () => {
  const health = (trueAt: number): FeedHealth => ({ answer: 'good', trueAt, lateAfter: MINUTE, reason: '' })

  it.each([
    ['now', 0, 'fresh', 0],
    ['as far ahead as an answer takes', 2 * SECOND, 'fresh', 0],
    ['further ahead, because the clock was set back a little', 6 * SECOND, 'late', null],
    ['ahead, because the clock was set back', HOUR, 'late', null],
    ['years ahead', 1_000 * 24 * HOUR, 'late', null],
    ['long ago', -HOUR, 'late', HOUR],
  ])('[FR2] read %s is never negative, and never fresh where nobody knows it', (_, ahead, state, age) => {
    expect(freshness(health(NOW + ahead), NOW)).toMatchObject({ state, age })
  })

  it('[FR2] in a drill is known although its clock runs ahead of a screen’s ticks, by its speed', () => {
    const inDrill = (ahead: number) => freshness({ ...health(NOW + ahead), rate: 20 }, NOW)
    expect(inDrill(20 * SECOND)).toMatchObject({ state: 'fresh', age: 0 })
    expect(inDrill(HOUR)).toMatchObject({ state: 'late', age: null })
  })

  it('[FR2] is said to be unknown where it is', () => {
    expect(freshnessText(freshness(health(NOW + HOUR), NOW))).toBe('late · age unknown')
  })
})

describe('the engine’s now on a screen', () => {
  const anchor = { reading: { now: NOW, rate: 1 }, monotonic: 1_000, wall: NOW - 70_000 }

  it('[CW2] goes on through a sleep in which the monotonic clock stood still', () => {
    expect(reckon(anchor, 1_000 + SECOND, anchor.wall + HOUR)).toBe(NOW + HOUR)
  })

  it('[CW2] goes on where the screen’s own clock was set back', () => {
    expect(reckon(anchor, 1_000 + MINUTE, anchor.wall - HOUR)).toBe(NOW + MINUTE)
  })

  it('[CW2] runs at the rate of a drill', () => {
    expect(reckon({ ...anchor, reading: { now: NOW, rate: 60 } }, 1_000 + SECOND, anchor.wall + SECOND)).toBe(
      NOW + MINUTE,
    )
  })
})

describe('a clock that is set while an incident is open', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
  })

  /** What is noticed when both clocks move as they do over each of these looks. */
  function noticed(rate: number, moves: readonly (readonly [clock: number, uptime: number])[]): readonly number[] {
    const clock = handClock(NOW, rate)
    let up = 5 * HOUR
    const set: number[] = []
    const stop = watchClock({ clock, uptime: () => up, set: by => set.push(by) })
    for (const [by, uptime] of moves) {
      clock.set(clock.now() + by)
      up += uptime
      vi.advanceTimersByTime(5 * SECOND)
    }
    stop()
    return set
  }

  it('[CW1] is noticed by how much, once', () => {
    const quiet = [5 * SECOND, 5 * SECOND] as const
    expect(noticed(1, [quiet, [-HOUR + 5 * SECOND, 5 * SECOND], quiet, quiet])).toEqual([-HOUR])
    expect(noticed(1, [quiet, [3 * HOUR + 5 * SECOND, 5 * SECOND], quiet])).toEqual([3 * HOUR])
    expect(noticed(60, [[5 * MINUTE - HOUR, 5 * SECOND]])).toEqual([-HOUR])
    // Corrected on waking.
    expect(noticed(1, [[10 * HOUR + 5 * MINUTE, 10 * HOUR]])).toEqual([5 * MINUTE])
  })

  it('[CW1] is not a sleep, nor what a time server corrects little by little', () => {
    expect(
      noticed(1, [
        [8 * HOUR, 8 * HOUR],
        [5 * SECOND + 400, 5 * SECOND],
        [5 * SECOND - 900, 5 * SECOND],
      ]),
    ).toEqual([])
  })

  it('[CW1] is a line of each open incident, which says what it means for the times around it', async () => {
    const clock = handClock(NOW)
    let up = 0
    const engine = engineOn(scratchFolder(), clock, () => up)
    onTestFinished(() => engine.stop())
    const open = await incidentWith(engine, 'Payments fail')
    const resolved = await incidentWith(engine, 'Search is slow')
    expect(
      await engine.call('incident:change-status', { incident: resolved, to: 'resolved', reason: '' }),
    ).toMatchObject({ ok: true })
    clock.set(NOW - HOUR)
    up += 5 * SECOND
    vi.advanceTimersByTime(5 * SECOND)
    const lines = async (incident: typeof open) => {
      await engine.call('log:follow', { incident, after: 0 })
      const log = engine.pushes.findLast(
        ({ name, payload }) => name === 'log' && (payload as { incident: string }).incident === incident,
      )
      const record = foldEvents(
        undefined,
        (log?.payload as { events?: readonly IncidentEvent[] } | undefined)?.events ?? [],
      )
      return record?.timeline.map(({ text }) => text) ?? []
    }
    expect(await lines(open)).toContainEqual(
      expect.stringMatching(/^The clock of this computer was moved back by 1:00:05: .*longer/),
    )
    expect((await lines(resolved)).join()).not.toContain('The clock')
    const pushed = engine.pushes.findLast(({ name }) => name === 'clock')
    expect(pushed?.payload).toEqual({ now: NOW - HOUR, rate: 1, steady: 5 * SECOND })
  })
})
