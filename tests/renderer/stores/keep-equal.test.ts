import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepEqual } from '../../../src/renderer/stores/keep-equal'

const value = fc.anything({ withDate: false, withMap: false, withSet: false, withObjectString: false, maxDepth: 4 })

describe('what is equal to what was there', () => {
  it('is what was there', () => {
    const before = { rows: [{ id: 'a', at: [1, 2] }, { id: 'b' }], packed: Float64Array.of(1, Number.NaN) }
    expect(keepEqual(before, structuredClone(before))).toBe(before)
  })

  it('keeps its parts where another part is new', () => {
    const before = { rows: [{ id: 'a' }, { id: 'b', n: 1 }], packed: Float64Array.of(1, 2) }
    const now = keepEqual(before, { rows: [{ id: 'a' }, { id: 'b', n: 2 }], packed: Float64Array.of(1, 2) })
    expect(now).toEqual({ rows: [{ id: 'a' }, { id: 'b', n: 2 }], packed: Float64Array.of(1, 2) })
    expect(now.rows[0]).toBe(before.rows[0])
    expect(now.rows[1]).not.toBe(before.rows[1])
    expect(now.packed).toBe(before.packed)
  })

  it.each([
    ['a field less', { a: 1, b: 2 }, { a: 1 }],
    ['a field more', { a: 1 }, { a: 1, b: undefined }],
    ['another field', { a: undefined }, { b: undefined }],
    ['an item less', [1, 2], [1]],
    ['an item more', [1], [1, 2]],
    ['a list for a record', {}, []],
    ['a record for a list', [], {}],
    ['nothing for a record', {}, null],
    ['other numbers', Float64Array.of(1), Float64Array.of(2)],
    ['numbers of another kind', Float64Array.of(1), Float32Array.of(1)],
    ['numbers for a list', [1], Float64Array.of(1)],
    ['-0 for 0', [0], [-0]],
  ])('is new with %s', (_, before, now) => {
    const kept = keepEqual<unknown>(before, now)
    expect(kept).toStrictEqual(now)
    expect(kept).not.toBe(before)
  })

  it('whatever was there before, has the new value', () => {
    fc.assert(
      fc.property(value, value, (before, now) => {
        expect(keepEqual(before, now)).toStrictEqual(now)
      }),
    )
  })
})
