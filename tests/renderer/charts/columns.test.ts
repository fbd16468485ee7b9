import { describe, expect, it } from 'vitest'
import { columnOf, lonePoints } from '../../../src/renderer/charts/columns'
import { lastSample, sampleBefore } from '../../../src/shared/domain/samples'

const series = (times: number[], values: (number | null)[]) => ({ name: 'errors', times, values })

describe('[CH1] columns', () => {
  it('packs instants and values one after the other', () => {
    expect([...columnOf(series([10, 20], [1, 2])).points]).toEqual([10, 1, 20, 2])
  })
  it('keeps a hole as a hole', () => {
    expect([...columnOf(series([10, 20, 30], [1, null, 3])).points]).toEqual([10, 1, 20, Number.NaN, 30, 3])
  })
  it('breaks the line where samples are missing', () => {
    const { points } = columnOf(series([10, 20, 30, 90, 100], [1, 2, 3, 9, 10]))
    expect([...points]).toEqual([10, 1, 20, 2, 30, 3, 60, Number.NaN, 90, 9, 100, 10])
  })
  it('[FE18] shows a sample between two gaps, and one that is alone', () => {
    expect([...lonePoints(columnOf(series([10, 20, 30, 90, 150, 160], [1, 2, 3, 9, 4, 5])).points)]).toEqual([90, 9])
    expect([...lonePoints(columnOf(series([10], [1])).points)]).toEqual([10, 1])
    expect([...lonePoints(columnOf(series([], [])).points)]).toEqual([])
  })
  it('packs one reading once', () => {
    const one = series([1], [1])
    expect(columnOf(one)).toBe(columnOf(one))
  })
})

describe('samples', () => {
  const one = series([10, 20, 30], [1, 2, null])
  it('takes the newest that is a number', () => {
    expect(lastSample(one)).toEqual({ at: 20, value: 2 })
    expect(sampleBefore(one, 19)).toEqual({ at: 10, value: 1 })
    expect(sampleBefore(one, 9)).toBeUndefined()
  })
})
