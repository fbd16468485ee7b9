import { expect, it } from 'vitest'
import { valueScale } from '../../../src/renderer/charts/scale'

it('[CH2] begins at zero and ends on a round number over the highest point', () => {
  expect(valueScale(43, [], 'percent')).toEqual({ top: 50, step: 25 })
  expect(valueScale(0.013, [], 'count').top).toBeCloseTo(0.015)
  expect(valueScale(1_530, [], 'milliseconds')).toEqual({ top: 2_000, step: 1_000 })
})

it('[CH2] always shows the first threshold', () => {
  const thresholds = [
    { at: 5, level: 'critical' },
    { at: 2, level: 'warning' },
  ] as const
  expect(valueScale(0.1, thresholds, 'percent').top).toBe(3)
})

it('counts bytes in powers of two', () => {
  expect(valueScale(1_500_000_000, [], 'bytes').top).toBe(1.5 * 1_024 ** 3)
})

it('has a scale for nothing at all', () => {
  expect(valueScale(Number.NEGATIVE_INFINITY, [], 'count')).toEqual({ top: 1, step: 0.5 })
})
