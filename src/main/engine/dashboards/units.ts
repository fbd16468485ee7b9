import type { PanelUnit } from '../../../shared/contract/panel-units'

/** Grafana's names of units (packages/grafana-data, `valueFormats/categories.ts`) in ours. */
const known: Readonly<Record<string, PanelUnit>> = {
  none: 'plain',
  string: 'plain',
  short: 'count',
  locale: 'count',
  sishort: 'count',
  percent: 'percent',
  percentunit: 'ratio',
  ns: 'nanoseconds',
  µs: 'microseconds',
  μs: 'microseconds',
  us: 'microseconds',
  ms: 'milliseconds',
  dtdurationms: 'milliseconds',
  clockms: 'milliseconds',
  s: 'seconds',
  dtdurations: 'seconds',
  dthms: 'seconds',
  clocks: 'seconds',
  timeticks: 'centiseconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  bytes: 'bytes',
  decbytes: 'decimal-bytes',
  bits: 'bits',
  decbits: 'bits',
  binBps: 'bytes-per-second',
  Bps: 'bytes-per-second',
  binbps: 'bits-per-second',
  bps: 'bits-per-second',
  hertz: 'hertz',
  celsius: 'celsius',
  fahrenheit: 'fahrenheit',
  rotrpm: 'rpm',
  volt: 'volt',
  amp: 'ampere',
  watt: 'watt',
  currencyUSD: 'dollar',
  currencyEUR: 'euro',
  bool: 'yes-no',
  bool_yes_no: 'yes-no',
  bool_on_off: 'yes-no',
  dateTimeAsIso: 'instant',
  dateTimeAsIsoNoDateIfToday: 'instant',
  dateTimeAsUS: 'instant',
  dateTimeAsLocal: 'instant',
  dateTimeAsSystem: 'instant',
}

const perSecond = /^(cps|ops|reqps|rps|wps|iops|eps|mps|pps|recps|rowsps|suffix:\s?\/s)$/
const perMinute = /^(cpm|opm|reqpm|rpm|wpm|epm|mpm|recpm|rowspm|suffix:\s?\/min)$/

/** Undefined: a unit that the cockpit does not know. Without one a value is a count. */
export function panelUnit(name: string | undefined): PanelUnit | undefined {
  if (name === undefined || name === '') return 'count'
  if (perSecond.test(name)) return 'per-second'
  if (perMinute.test(name)) return 'per-minute'
  return Object.hasOwn(known, name) ? known[name] : undefined
}
