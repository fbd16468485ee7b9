import { describe, expect, it } from 'vitest'
import { readTile } from '../../../src/renderer/features/metrics/tile-reading'
import type { PanelReading, Threshold } from '../../../src/shared/contract/metrics'
import { MINUTE } from '../../../src/shared/lib/time'

const now = Date.UTC(2026, 10, 20, 18)

/** A value a minute, the last one now; the trend is told against that of ten minutes before. */
function trend(values: readonly number[], rest: Partial<PanelReading> = {}) {
  const times = values.map((_, at) => now - (values.length - 1 - at) * MINUTE)
  const panel: PanelReading = {
    ...{ id: 'p', title: 'P', unit: 'percent', feed: 'g/panels', trueAt: now, problem: '', warnings: [] },
    ...{ thresholds: [], series: [{ name: 'a', times, values }], ...rest },
  }
  return readTile(panel)?.trend?.word
}
const swinging = (around: number, by: number, count = 40) =>
  Array.from({ length: count }, (_, at) => around + (at % 2 === 0 ? by : -by))
const slowly = (from: number, to: number) => Array.from({ length: 11 }, (_, at) => from + ((to - from) * at) / 10)
const lowIsBad = (at: number): readonly Threshold[] => [{ at, level: 'critical', low: true }]

describe('[MT8] the word for how a value changed', () => {
  it('goes by the distance to 100 where high is good', () => {
    expect(trend(slowly(98.6, 95.1), { thresholds: lowIsBad(90) })).toBe('worse')
    expect(trend([98.6, ...new Array<number>(9).fill(98.5), 95.1], { thresholds: lowIsBad(90) })).toBe('worse')
    expect(trend(slowly(0.999, 0.985), { unit: 'ratio', thresholds: lowIsBad(0.9) })).toBe('worse')
    expect(trend([95.1, ...new Array<number>(9).fill(95.2), 98.6], { thresholds: lowIsBad(90) })).toBe('better')
    expect(trend(new Array<number>(11).fill(98.6), { thresholds: lowIsBad(90) })).toBe('same')
    expect(trend([99.9, ...new Array<number>(9).fill(99.9), 98], {})).toBe('lower')
  })
  it('calls what a line does all the time the same, though it is much', () => {
    const restless = [...swinging(200, 60), 250]
    expect(trend(restless, { unit: 'milliseconds', thresholds: [{ at: 1_000, level: 'critical' }] })).toBe('same')
    expect(trend(restless, { unit: 'milliseconds' })).toBe('same')
  })
  it('says of a calm line what would be noise on a restless one', () => {
    const calm = [...swinging(10_000, 5), 10_400]
    expect(trend(calm, { unit: 'count' })).toBe('higher')
    expect(trend([...swinging(10_000, 400), 10_400], { unit: 'count' })).toBe('same')
  })
  it('crossing a threshold is never the same', () => {
    const crossed = [...swinging(4.9, 0.05), 5.01]
    expect(trend(crossed, { thresholds: [{ at: 5, level: 'critical' }] })).toBe('worse')
  })
  it('is not thrown off by zeros, negative numbers or values above 100', () => {
    expect(trend(new Array<number>(11).fill(0))).toBe('same')
    expect(trend([...new Array<number>(10).fill(-5), -9], { unit: 'celsius' })).toBe('lower')
    expect(trend([...new Array<number>(10).fill(310), 180], { unit: 'percent' })).toBe('lower')
  })
})
