import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type KeptParts,
  keptAfter,
  keptBounds,
  keptOfBoth,
  MOST_POINTS,
  nothingKept,
  thinned,
  wholeLine,
} from '../../src/shared/domain/kept-samples'
import { HOUR, MINUTE, SECOND } from '../../src/shared/lib/time'

const begin = 1_790_000_000_000 - (1_790_000_000_000 % HOUR)

/** Points at some multiples of ten seconds; a null is a gap. */
const lines = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.option(fc.integer({ min: -50, max: 50 }))), { maxLength: 200 })
  .map(steps => {
    let at = begin
    const times = Float64Array.from(steps, ([step]) => {
      at += step * 10 * SECOND
      return at
    })
    return { times, values: Float64Array.from(steps, ([, value]) => value ?? Number.NaN) }
  })

type ValueAt = (time: number) => number | null | undefined

/** A source that has an hour, as it is asked each so many minutes. */
function kept(minutes: number, valueAt: ValueAt, step = 10 * SECOND, every = 1): KeptParts {
  let line = nothingKept
  for (let minute = 0; minute <= minutes; minute += every) {
    const now = begin + minute * MINUTE
    const times = Array.from({ length: HOUR / step + 1 }, (_, n) => now - HOUR + n * step).filter(
      time => valueAt(time) !== undefined,
    )
    line = keptAfter(line, { times, values: times.map(time => valueAt(time) ?? null) }, begin - HOUR)
  }
  return line
}

function stepsOf(times: Float64Array): ReadonlySet<number> {
  return new Set([...times.subarray(1)].map((time, n) => time - (times[n] ?? 0)))
}

describe('[KT3] a line that is thinned', () => {
  it('has one point for each step that had one, at its end, with a number that was there, and thinned again stays', () => {
    fc.assert(
      fc.property(lines, line => {
        const thin = thinned(line, MINUTE, 0)
        const slots = Map.groupBy(line.times.keys(), at => Math.ceil((line.times[at] ?? 0) / MINUTE) * MINUTE)
        expect([...thin.times]).toEqual([...slots.keys()])
        for (const [nth, end] of [...slots.keys()].entries()) {
          const numbers = (slots.get(end) ?? []).map(at => line.values[at] ?? Number.NaN).filter(Number.isFinite)
          // A gap stays one, and nothing is made up.
          if (numbers.length === 0) expect(thin.values[nth]).toBeNaN()
          else expect(numbers).toContain(thin.values[nth])
        }
        expect(thinned(thin, MINUTE, 0)).toEqual(thin)
      }),
    )
  })

  it('keeps a spike of seconds', () => {
    const times = Float64Array.from({ length: 60 }, (_, n) => begin + n * 10 * SECOND)
    const values = Float64Array.from(times, (_, n) => (n === 31 ? 90 : 1))
    expect(Math.max(...thinned({ times, values }, 2 * MINUTE, 0).values)).toBe(90)
  })
})

describe('[KT2] what is kept of a line', () => {
  it('begins an hour before, has a point each 15 s of the last hours and each minute of before', () => {
    const { older, recent } = kept(5 * 60, time => time / MINUTE)
    expect(older.times[0]).toBeLessThanOrEqual(begin - HOUR + MINUTE)
    expect(stepsOf(older.times)).toEqual(new Set([MINUTE]))
    expect(stepsOf(recent.times)).toEqual(new Set([15 * SECOND]))
    expect(recent.times.at(-1)).toBeGreaterThanOrEqual(begin + 5 * HOUR - 15 * SECOND)
    expect((recent.times[0] ?? 0) - (older.times.at(-1) ?? 0)).toBeLessThanOrEqual(MINUTE)
  })

  it('never has more points than are said, however long an incident takes', () => {
    const line = kept(4 * 24 * 60, () => 1, MINUTE, 10)
    expect(line.older.times.length).toBeLessThanOrEqual(keptBounds.older)
    expect(wholeLine(line).times.length).toBeLessThanOrEqual(MOST_POINTS)
    expect(line.older.times[0]).toBeLessThanOrEqual(begin - HOUR + line.older.step)
  })

  it('has a gap where the source left something out or said nothing, and where nobody read it', () => {
    const isGap = (time: number) => time > begin + 2 * MINUTE && time < begin + 6 * MINUTE
    for (const nothing of [undefined, null]) {
      const { times, values } = kept(10, time => (isGap(time) ? nothing : 5)).recent
      const gaps = [...times.keys()].filter(at => Number.isNaN(values[at]))
      expect(gaps.length).toBeGreaterThan(0)
      expect(gaps.every(at => isGap((times[at] ?? 0) - SECOND))).toBe(true)
    }
    const away = begin + 5 * HOUR
    const times = Array.from({ length: 361 }, (_, n) => away - HOUR + n * 10 * SECOND)
    const before = kept(1, () => 5)
    const { older, recent } = keptAfter(before, { times, values: times.map(() => 5) }, begin)
    expect([...older.values, ...recent.values].filter(Number.isNaN)).toHaveLength(1)
  })

  it('says nothing new where a source does not', () => {
    const line = kept(3, () => 1)
    expect(keptAfter(line, { times: [begin], values: [7] }, begin)).toBe(line)
  })
})

it('[KT8] of two machines that kept one line, each part is there once, and ours stands', () => {
  const ours = kept(10, time => (time < begin - 20 * MINUTE ? undefined : 1))
  const theirs = kept(40, () => 2)
  const both = wholeLine(keptOfBoth(ours, theirs))
  expect([...both.times]).toEqual([...new Set(both.times)].sort((a, b) => a - b))
  const at = (time: number) => both.values[both.times.indexOf(time)]
  expect([at(begin - 30 * MINUTE), at(begin), at(begin + 30 * MINUTE)]).toEqual([2, 1, 2])
})
