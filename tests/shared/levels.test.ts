import { expect, it } from 'vitest'
import { thresholdLevel } from '../../src/shared/contract/figures/levels'
import { isLowBad } from '../../src/shared/contract/figures/low-bad'

const high = [
  { at: 1, level: 'warning' },
  { at: 5, level: 'critical' },
] as const
const low = [
  { at: 95, level: 'warning' },
  { at: 90, level: 'critical' },
] as const

it('[CH4] tells from the thresholds which way is bad', () => {
  expect([isLowBad(high), isLowBad(low), isLowBad([]), isLowBad([{ at: 1, level: 'critical' }])]).toEqual([
    false,
    true,
    false,
    false,
  ])
})

it('[CH4] a threshold that is low says so itself, and does not hold at its own value', () => {
  const down = [{ at: 1, level: 'critical', low: true }] as const
  expect(isLowBad(down)).toBe(true)
  expect([thresholdLevel(0, down, 'count').level, thresholdLevel(1, down, 'count').level]).toEqual(['critical', 'ok'])
})

it.each([
  [0.4, high, 'ok', 'ok'],
  [1, high, 'warning', 'at 1 %'],
  [1.01, high, 'warning', 'above 1 %'],
  [6.8, high, 'critical', 'above 5 %'],
  [98, low, 'ok', 'ok'],
  [93, low, 'warning', 'below 95 %'],
  [70, low, 'critical', 'below 90 %'],
  [70, [], 'none', ''],
] as const)('[CH5] %d of %o is %s', (value, thresholds, level, words) => {
  const found = thresholdLevel(value, thresholds, 'percent')
  expect(found.level).toBe(level)
  expect(found.words.replace('\u202f', ' ')).toBe(words)
})
