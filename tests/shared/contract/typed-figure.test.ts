import { expect, it } from 'vitest'
import { typedFigure } from '../../../src/shared/contract/figures/typed-figure'

it.each([
  ['5%', 'percent', 5],
  ['5', 'ratio', 0.05],
  ['0,5 %', 'percent', 0.5],
  ['5 ms', 'percent', undefined],
  ['250ms', 'seconds', 0.25],
  ['2', 'milliseconds', 2],
  ['1.5 s', 'milliseconds', 1_500],
  ['3 min', 'hours', 0.05],
  ['5 parsecs', 'seconds', undefined],
  ['1.2k', 'count', 1_200],
  ['12k/s', 'per-second', 12_000],
  ['3 GiB', 'bytes', 3 * 1_024 ** 3],
  ['3 GB', 'decimal-bytes', 3e9],
  ['-4', 'celsius', -4],
  ['12 °C', 'celsius', 12],
  ['many', 'count', undefined],
  ['', 'count', undefined],
  ['1e9', 'count', undefined],
] as const)('[DN6] %s typed of %s', (typed, unit, value) => {
  const read = typedFigure(typed, unit)
  if (value === undefined) expect(read).toBeUndefined()
  else expect(read).toBeCloseTo(value, 9)
})
