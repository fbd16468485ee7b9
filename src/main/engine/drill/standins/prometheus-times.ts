import { HOUR, MINUTE, type Millis, SECOND } from '../../../../shared/lib/time'

/** Unix seconds, with decimals, or RFC 3339 → milliseconds; undefined where it is neither. */
export function readInstant(text: string | null): Millis | undefined {
  if (text === null) return undefined
  if (/^-?\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * SECOND)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

const units: Readonly<Record<string, Millis>> = {
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: 24 * HOUR,
  w: 7 * 24 * HOUR,
  y: 365 * 24 * HOUR,
}

/** `15s`, `1h30m`, or seconds as a number → milliseconds; undefined where it is neither. */
export function readDuration(text: string | null): Millis | undefined {
  if (text === null) return undefined
  if (/^-?\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * SECOND)
  if (!/^(\d+(ms|[smhdwy]))+$/.test(text)) return undefined
  return [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, n, unit = '']) => sum + Number(n) * (units[unit] ?? 0),
    0,
  )
}
