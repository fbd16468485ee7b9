import type { PanelUnit } from '../../shared/contract/views'
import { unreachable } from '../../shared/lib/unreachable'

/** A value as people read it. `unit` stands apart so that a tile can set it smaller; it may be empty. */
export interface Measure {
  readonly number: string
  readonly unit: string
}

/** Narrow no-break space: a number and its unit never part at the end of a line. */
const THIN = '\u202f'
const formats = [0, 1, 2].map(digits => new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }))

/**
 * A value in its unit, with about three significant digits.
 * @param value percent: 0 to 100; milliseconds; per second; a count; bytes
 */
export function measure(value: number, unit: PanelUnit): Measure {
  switch (unit) {
    case 'percent':
      return { number: digits(value), unit: '%' }
    case 'milliseconds':
      return Math.abs(value) < 1_000
        ? { number: digits(value), unit: 'ms' }
        : { number: digits(value / 1_000), unit: 's' }
    case 'per-second':
      return { number: compact(value, 1_000, ['', 'k', 'M', 'G']), unit: '/s' }
    case 'count':
      return { number: compact(value, 1_000, ['', 'k', 'M', 'G']), unit: '' }
    case 'bytes':
      return bytes(value)
    default:
      return unreachable(unit)
  }
}

/** `measure` in one string: `4.2 %`, `1.25 s`, `12.3k/s`, `96`, `1.5 GiB`. */
export function measured(value: number, unit: PanelUnit): string {
  const { number, unit: name } = measure(value, unit)
  if (name === '') return number
  return unit === 'per-second' ? `${number}${name}` : `${number}${THIN}${name}`
}

function bytes(value: number): Measure {
  const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  const power = powerOf(value, 1_024, names.length)
  return { number: digits(value / 1_024 ** power), unit: names[power] ?? '' }
}

function compact(value: number, base: number, names: readonly string[]): string {
  // Four digits still read well; only from 10,000 on is a letter shorter to read.
  if (Math.abs(value) < 10 * base) return digits(value)
  const power = powerOf(value, base, names.length)
  return `${digits(value / base ** power)}${names[power] ?? ''}`
}

function powerOf(value: number, base: number, count: number): number {
  if (value === 0) return 0
  return Math.min(count - 1, Math.max(0, Math.floor(Math.log(Math.abs(value)) / Math.log(base))))
}

function digits(value: number): string {
  const size = Math.abs(value)
  const format = formats[size >= 100 ? 0 : size >= 10 ? 1 : 2]
  return format?.format(value) ?? String(value)
}
