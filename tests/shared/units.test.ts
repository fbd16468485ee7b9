import { expect, it } from 'vitest'
import { measured } from '../../src/shared/contract/figures/units'

it.each([
  [0.42, 'percent', '0.42 %'],
  [12.345, 'percent', '12.3 %'],
  [320, 'milliseconds', '320 ms'],
  [1_250, 'milliseconds', '1.25 s'],
  [950, 'per-second', '950/s'],
  [12_300, 'per-second', '12.3k/s'],
  [0, 'count', '0'],
  [9_999, 'count', '9,999'],
  [2_500_000, 'count', '2.5M'],
  [512, 'bytes', '512 B'],
  [1_610_612_736, 'bytes', '1.5 GiB'],
  [-3, 'count', '-3'],
  [0.375, 'ratio', '37.5 %'],
  [0.000_25, 'seconds', '250 µs'],
  [90_000, 'seconds', '25 h'],
  [1_500_000, 'bits-per-second', '1.5 Mb/s'],
  [2_000, 'bytes-per-second', '2 kB/s'],
  [48.5, 'celsius', '48.5 °C'],
  [1, 'yes-no', 'yes'],
  [1_785_542_400_000, 'instant', '2026-08-01 00:00Z'],
] as const)('says %d %s as %s', (value, unit, said) => {
  expect(measured(value, unit).replace('\u202f', ' ')).toBe(said)
})
