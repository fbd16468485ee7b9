import { expect, it } from 'vitest'
import { valueScale } from '../../../src/renderer/charts/scale'

const to = (highest: number) => ({ lowest: 0, highest })

it('[CH2] begins at zero and ends on a round number over the highest point', () => {
  expect(valueScale(to(43), [], 'percent')).toEqual({ bottom: 0, top: 50, step: 25 })
  expect(valueScale(to(0.013), [], 'count').top).toBeCloseTo(0.015)
  expect(valueScale(to(1_530), [], 'milliseconds')).toEqual({ bottom: 0, top: 2_000, step: 1_000 })
})

it('[CH2] always shows the first threshold', () => {
  const thresholds = [
    { at: 5, level: 'critical' },
    { at: 2, level: 'warning' },
  ] as const
  expect(valueScale(to(0.1), thresholds, 'percent').top).toBe(2.5)
})

it('[CH2] begins under what is low where low is bad', () => {
  const thresholds = [
    { at: 95, level: 'warning' },
    { at: 90, level: 'critical' },
  ] as const
  expect(valueScale({ lowest: 98, highest: 99 }, thresholds, 'percent')).toEqual({ bottom: 85, top: 100, step: 7.5 })
  expect(valueScale({ lowest: 69, highest: 99 }, thresholds, 'percent')).toEqual({ bottom: 60, top: 100, step: 20 })
})

it('counts bytes in powers of two', () => {
  expect(valueScale(to(1_500_000_000), [], 'bytes').top).toBe(1.5 * 1_024 ** 3)
})

it('has a scale for nothing at all', () => {
  const nothing = { lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY }
  expect(valueScale(nothing, [], 'count')).toEqual({ bottom: 0, top: 1, step: 0.5 })
})
