import { describe, expect, it } from 'vitest'
import {
  BACK_OFF_CEILING,
  intervalOf,
  lateAfter,
  RETRY_AFTER_CEILING,
  silenceAfter,
  WALL_FLOOR,
  waitAfter,
} from '../../../src/main/engine/feeds/waits'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'

const rules = { interval: 15 * SECOND, floor: WALL_FLOOR, random: () => 0.5 }
const broken = { kind: 'vendor-error', status: 500, message: 'oops' } as const
const limited = (retryAfter: number | null) => ({ kind: 'rate-limited', retryAfter, message: 'slow down' }) as const

describe('waits', () => {
  it('[FE1] is late after three intervals', () => {
    expect(lateAfter(5 * SECOND)).toBe(15 * SECOND)
  })

  it('[FE2] reads charts faster while an incident is open, unless the connection says how often', () => {
    expect(intervalOf('panels', 'active', undefined, 1)).toBe(5 * SECOND)
    expect(intervalOf('panels', 'idle', undefined, 1)).toBe(15 * SECOND)
    expect(intervalOf('alerts', 'active', undefined, 1)).toBe(15 * SECOND)
    expect(intervalOf('components', 'idle', undefined, 1)).toBe(30 * SECOND)
    expect(intervalOf('panels', 'active', 40, 1)).toBe(40 * SECOND)
  })

  it('[FE2] reads rules and annotations less often where a connection asks for it, never more often', () => {
    for (const what of ['rules', 'annotations'] as const) {
      expect(intervalOf(what, 'active', 1, 1)).toBe(intervalOf(what, 'active', undefined, 1))
      expect(intervalOf(what, 'active', 600, 1)).toBe(600 * SECOND)
    }
  })

  it('[FE2] a fast clock never asks more often than the floor on the wall', () => {
    expect(intervalOf('panels', 'active', undefined, 600)).toBe(600 * WALL_FLOOR)
    expect(waitAfter({ fault: null, failures: 0 }, { interval: 1, floor: WALL_FLOOR, random: () => 0 })).toBe(
      WALL_FLOOR,
    )
  })

  it('[FE2] spreads by a tenth either way', () => {
    const wait = (chance: number) => waitAfter({ fault: null, failures: 0 }, { ...rules, random: () => chance })
    expect(wait(0)).toBe(13.5 * SECOND)
    expect(wait(0.999999)).toBeCloseTo(16.5 * SECOND, -1)
  })

  it('[FE2] doubles with each failure up to the ceiling', () => {
    const spans = [1, 2, 3, 4, 5, 2_000].map(failures => waitAfter({ fault: broken, failures }, rules))
    expect(spans).toEqual([15, 30, 60, 120, 120, 120].map(seconds => seconds * SECOND))
    expect(BACK_OFF_CEILING).toBe(2 * MINUTE)
  })

  it('[FE2] the ceiling never asks more often than a slow connection wished', () => {
    expect(waitAfter({ fault: broken, failures: 9 }, { ...rules, interval: 600 * SECOND })).toBe(600 * SECOND)
  })

  it('[FE2] honours Retry-After, and does not believe in an endless one', () => {
    const wait = (retryAfter: number | null) => waitAfter({ fault: limited(retryAfter), failures: 1 }, rules)
    expect(wait(60 * SECOND)).toBe(60 * SECOND)
    expect(wait(0)).toBe(15 * SECOND)
    expect(wait(null)).toBe(15 * SECOND)
    expect(wait(1e12)).toBe(RETRY_AFTER_CEILING)
    expect(silenceAfter({ fault: limited(60 * SECOND), failures: 1 }, WALL_FLOOR)).toBe(60 * SECOND)
    expect(silenceAfter({ fault: broken, failures: 5 }, WALL_FLOOR)).toBe(WALL_FLOOR)
  })
})
