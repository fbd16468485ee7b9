import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockHeights, evenHeights, knownHeights } from '../../../src/renderer/virtual/row-heights'

describe('heights of rows', () => {
  it('tops, rows and totals are those of plain sums, whatever changes', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 1_500 })
    const changes = fc.array(fc.tuple(fc.nat(1_500), fc.integer({ min: 1, max: 90 })), { maxLength: 30 })
    fc.assert(
      fc.property(heights, heights, changes, fc.nat(1_500), (first, second, sets, cut) => {
        const kept = new BlockHeights()
        kept.replaceFrom(0, first.length, index => first[index] ?? 0)
        const from = Math.min(cut, first.length)
        const plain = [...first.slice(0, from), ...second]
        kept.replaceFrom(from, plain.length, index => plain[index] ?? 0)
        for (const [index, height] of sets) {
          kept.set(index, height)
          if (index < plain.length) plain[index] = height
        }
        let top = 0
        for (const [index, height] of plain.entries()) {
          expect(kept.topOf(index)).toBe(top)
          expect(kept.rowAt(top)).toBe(index)
          expect(kept.rowAt(top + height - 1)).toBe(index)
          top += height
        }
        expect(kept.total).toBe(top)
        expect(kept.rowAt(top + 1_000)).toBe(plain.length - 1)
      }),
      { numRuns: 40 },
    )
  })

  it('rows of one height are found as rows of any height are, also beyond both ends', () => {
    fc.assert(
      fc.property(
        fc.nat(700),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -50, max: 50_000 }),
        (count, height, place) => {
          const even = evenHeights(count, height)
          const known = knownHeights(
            Array.from({ length: count }, () => height),
            each => each,
          )
          expect(even.total).toBe(known.total)
          expect(even.rowAt(place)).toBe(known.rowAt(place))
          expect(even.topOf(count)).toBe(known.topOf(count))
          expect(even.heightOf(count)).toBe(known.heightOf(count))
        },
      ),
    )
  })
})
