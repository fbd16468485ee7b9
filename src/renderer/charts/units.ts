import type { PanelUnit } from '../../shared/contract/panel-units'
import { unreachable } from '../../shared/lib/unreachable'

/** A value as people read it. `unit` stands apart so that a tile can set it smaller; it may be empty. */
export interface Measure {
  readonly number: string
  readonly unit: string
}

/** Narrow no-break space: a number and its unit never part at the end of a line. */
const THIN = '\u202f'
const formats = [0, 1, 2].map(digits => new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }))
const letters = ['', 'k', 'M', 'G', 'T'] as const
const byteNames = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const
const decimalBytes = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const
const bitNames = ['b', 'kb', 'Mb', 'Gb', 'Tb'] as const

/** Units whose numbers are written as they are, with what stands behind them. */
const plainUnits = {
  percent: '%',
  celsius: '°C',
  fahrenheit: '°F',
  rpm: 'rpm',
  volt: 'V',
  ampere: 'A',
  watt: 'W',
  plain: '',
} as const

/** Seconds that one of each is worth. */
const spans = {
  nanoseconds: 1e-9,
  microseconds: 1e-6,
  milliseconds: 1e-3,
  centiseconds: 1e-2,
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
} as const

/** From the longest to the shortest: a span is told in the longest that it fills. */
const spanNames = [
  [86_400 * 2, 86_400, 'd'],
  [7_200, 3_600, 'h'],
  [120, 60, 'min'],
  [1, 1, 's'],
  [1e-3, 1e-3, 'ms'],
  [1e-6, 1e-6, 'µs'],
] as const

/** A value in its unit, with about three significant digits. */
export function measure(value: number, unit: PanelUnit): Measure {
  switch (unit) {
    case 'percent':
    case 'celsius':
    case 'fahrenheit':
    case 'rpm':
    case 'volt':
    case 'ampere':
    case 'watt':
    case 'plain':
      return { number: digits(value), unit: plainUnits[unit] }
    case 'ratio':
      return { number: digits(value * 100), unit: '%' }
    case 'nanoseconds':
    case 'microseconds':
    case 'milliseconds':
    case 'centiseconds':
    case 'seconds':
    case 'minutes':
    case 'hours':
    case 'days':
      return span(value * spans[unit])
    case 'per-second':
      return { number: compact(value), unit: '/s' }
    case 'per-minute':
      return { number: compact(value), unit: '/min' }
    case 'count':
      return { number: compact(value), unit: '' }
    case 'dollar':
    case 'euro':
      return { number: compact(value), unit: unit === 'dollar' ? '$' : '€' }
    case 'bytes':
      return scaled(value, 1_024, byteNames)
    case 'decimal-bytes':
      return scaled(value, 1_000, decimalBytes)
    case 'bits':
      return scaled(value, 1_000, bitNames)
    case 'bytes-per-second':
      return perSecond(scaled(value, 1_000, decimalBytes))
    case 'bits-per-second':
      return perSecond(scaled(value, 1_000, bitNames))
    case 'hertz':
      return scaled(value, 1_000, ['Hz', 'kHz', 'MHz', 'GHz'])
    case 'yes-no':
      return { number: value === 0 ? 'no' : 'yes', unit: '' }
    case 'instant':
      return { number: instant(value), unit: '' }
    default:
      return unreachable(unit)
  }
}

/** `measure` in one string: `4.2 %`, `1.25 s`, `12.3k/s`, `96`, `1.5 GiB`. */
export function measured(value: number, unit: PanelUnit): string {
  const { number, unit: name } = measure(value, unit)
  if (name === '') return number
  return name.startsWith('/') ? `${number}${name}` : `${number}${THIN}${name}`
}

function span(seconds: number): Measure {
  if (seconds === 0) return { number: '0', unit: 's' }
  const found = spanNames.find(([from]) => Math.abs(seconds) >= from)
  if (found === undefined) return { number: digits(seconds / 1e-9), unit: 'ns' }
  return { number: digits(seconds / found[1]), unit: found[2] }
}

function perSecond({ number, unit }: Measure): Measure {
  return { number, unit: `${unit}/s` }
}

function scaled(value: number, base: number, names: readonly string[]): Measure {
  const power = powerOf(value, base, names.length)
  return { number: digits(value / base ** power), unit: names[power] ?? '' }
}

function compact(value: number): string {
  // Four digits still read well; only from 10,000 on is a letter shorter to read.
  if (Math.abs(value) < 10_000) return digits(value)
  const power = powerOf(value, 1_000, letters.length)
  return `${digits(value / 1_000 ** power)}${letters[power] ?? ''}`
}

/** Milliseconds since the epoch, as a date and a time in UTC. */
function instant(value: number): string {
  return Math.abs(value) > 8.64e15 ? digits(value) : `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')}Z`
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
