import { unreachable } from '../../lib/unreachable'
import type { PanelUnit } from '../panel-units'
import { digits, type NumberFormat } from './digits'

/** A value as people read it. `unit` is separate so that a tile can set it smaller; it may be empty. */
export interface Measure {
  readonly number: string
  readonly unit: string
}

/** Narrow no-break space: a number and its unit never part at the end of a line. */
const THIN = '\u202f'
const letters = ['', 'k', 'M', 'G', 'T'] as const
const byteNames = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const
const decimalBytes = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const
const bitNames = ['b', 'kb', 'Mb', 'Gb', 'Tb'] as const

/** Units whose numbers are written as they are, with what follows them. */
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

/** From the longest to the shortest: a span is written in the longest unit that it fills. */
const spanNames = [
  [86_400 * 2, 86_400, 'd'],
  [7_200, 3_600, 'h'],
  [120, 60, 'min'],
  [1, 1, 's'],
  [1e-3, 1e-3, 'ms'],
  [1e-6, 1e-6, 'µs'],
] as const

/** How a figure is written: `beside` are values of its unit that it must not seem to have reached or passed. */
export type Figuring = Partial<NumberFormat>

/** One of `unit` is so many of what the value is in; `letter` follows the number directly. */
interface Scaling {
  readonly times: number
  readonly letter?: string
  readonly unit: string
}

/** [NU2] A value in its unit, with about three significant digits; never rounded down to nothing, or up to all of it. */
export function measure(value: number, unit: PanelUnit, { decimals, beside = [], exact }: Figuring = {}): Measure {
  if (unit === 'yes-no') return { number: value === 0 ? 'no' : 'yes', unit: '' }
  if (unit === 'instant' && Math.abs(value) <= LAST_INSTANT) return { number: instant(value), unit: '' }
  const { times, letter = '', unit: name } = shortened(value, scalingOf(value, unit))
  const ends = unit === 'percent' || unit === 'ratio' ? [0, 100] : [0]
  const number = digits(value * times, { decimals, exact, beside: [...ends, ...beside.map(other => other * times)] })
  return { number: `${number}${letter}`, unit: name }
}

function scalingOf(value: number, unit: Exclude<PanelUnit, 'yes-no'>): Scaling {
  switch (unit) {
    case 'percent':
    case 'celsius':
    case 'fahrenheit':
    case 'rpm':
    case 'volt':
    case 'ampere':
    case 'watt':
    case 'plain':
      return { times: 1, unit: plainUnits[unit] }
    case 'instant':
      return { times: 1, unit: '' }
    case 'ratio':
      return { times: 100, unit: '%' }
    case 'nanoseconds':
    case 'microseconds':
    case 'milliseconds':
    case 'centiseconds':
    case 'seconds':
    case 'minutes':
    case 'hours':
    case 'days':
      return span(value, spans[unit])
    case 'per-second':
      return { ...compact(value), unit: '/s' }
    case 'per-minute':
      return { ...compact(value), unit: '/min' }
    case 'count':
      return { ...compact(value), unit: '' }
    case 'dollar':
    case 'euro':
      return { ...compact(value), unit: unit === 'dollar' ? '$' : '€' }
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
    default:
      return unreachable(unit)
  }
}

/** `measure` in one string: `4.2 %`, `1.25 s`, `12.3k/s`, `96`, `1.5 GiB`. */
export function measured(value: number, unit: PanelUnit, figuring?: Figuring): string {
  return inOne(measure(value, unit, figuring))
}

/** A measure in one string. */
export function inOne({ number, unit: name }: Measure): string {
  if (name === '') return number
  return name.startsWith('/') ? `${number}${name}` : `${number}${THIN}${name}`
}

/** @param seconds that one of the value is worth */
function span(value: number, seconds: number): Scaling {
  const size = Math.abs(value * seconds)
  if (size === 0) return { times: seconds, unit: 's' }
  const [, one, name] = spanNames.find(([from]) => size >= from) ?? [0, 1e-9, 'ns']
  return { times: seconds / one, unit: name }
}

function perSecond({ unit, ...rest }: Scaling): Scaling {
  return { ...rest, unit: `${unit}/s` }
}

function scaled(value: number, base: number, names: readonly string[]): Scaling {
  const power = powerOf(value, base, names.length)
  return { times: 1 / base ** power, unit: names[power] ?? '' }
}

function compact(value: number): Pick<Scaling, 'times' | 'letter'> {
  // Four digits still read well; only from 10,000 on is a letter shorter to read.
  if (Math.abs(value) < 10_000) return { times: 1 }
  const power = powerOf(value, 1_000, letters.length)
  return { times: 1 / 1_000 ** power, letter: letters[power] ?? '' }
}

/** The last one that a clock knows, in milliseconds since the epoch. */
const LAST_INSTANT = 8.64e15

function instant(value: number): string {
  return `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')}Z`
}

/** Ten digits and more have no place in a tile, and nobody reads them. */
const TOO_LONG = 1e9

function shortened(value: number, scaling: Scaling): Scaling {
  const size = value * scaling.times
  if (scaling.letter !== undefined || Math.abs(size) < TOO_LONG) return scaling
  const { times, letter = '' } = compact(size)
  return { ...scaling, times: scaling.times * times, letter }
}

function powerOf(value: number, base: number, count: number): number {
  if (value === 0) return 0
  return Math.min(count - 1, Math.max(0, Math.floor(Math.log(Math.abs(value)) / Math.log(base))))
}
