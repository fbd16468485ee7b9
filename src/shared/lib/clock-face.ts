import { HOUR, MINUTE, type Millis } from './time'

export interface ClockChoice {
  readonly hours: '24' | '12'
  /** `UTC`, `local` for the machine's own, or a name such as `Europe/Berlin`. */
  readonly zone: string
}

/** How times are displayed. None of them is shown without its zone. */
export interface ClockFace {
  /** `14:03:22 UTC`, `3:03:22 pm UTC+1`. */
  readonly full: (at: Millis) => string
  /** `14:03 UTC`. */
  readonly short: (at: Millis) => string
  /** `14:03`, where the zone is shown next to it already, such as at the other end of a span. */
  readonly bare: (at: Millis) => string
  /** `UTC`, `UTC+5:30`: what the zone is at that instant. */
  readonly zone: (at: Millis) => string
  /** `2026-05-12`: the day that it is there then. */
  readonly date: (at: Millis) => string
}

export const utcFace: ClockFace = clockFace({ hours: '24', zone: 'UTC' })

/** [CK1] The one place where an instant becomes a displayed time. */
export function clockFace({ hours, zone }: ClockChoice): ClockFace {
  const offset = offsetsOf(zone)
  const written = (at: Millis, length: 5 | 8) => {
    const clock = new Date(at + offset(at)).toISOString().slice(11, 11 + length)
    return hours === '24' ? clock : twelve(clock)
  }
  const zoneAt = (at: Millis) => zoneName(offset(at))
  return {
    full: at => `${written(at, 8)} ${zoneAt(at)}`,
    short: at => `${written(at, 5)} ${zoneAt(at)}`,
    bare: at => written(at, 5),
    zone: zoneAt,
    date: at => new Date(at + offset(at)).toISOString().slice(0, 10),
  }
}

/** Whether this machine knows the zone by that name. */
export function isZone(name: string): boolean {
  if (name === 'UTC' || name === 'local') return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    // What the machine does not know it refuses with a RangeError.
    return false
  }
}

function twelve(clock: string): string {
  const hour = Number(clock.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}${clock.slice(2)} ${hour < 12 ? 'am' : 'pm'}`
}

function zoneName(offset: Millis): string {
  if (offset === 0) return 'UTC'
  const minutes = (Math.abs(offset) % HOUR) / MINUTE
  const tail = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(Math.abs(offset) / HOUR)}${tail}`
}

/** No zone changes its offset but at a quarter of an hour, so that one answer serves all of it. */
const QUARTER: Millis = 15 * MINUTE

/** How far a zone's clock is ahead of UTC at an instant. */
export function offsetsOf(zone: string): (at: Millis) => Millis {
  if (zone === 'UTC') return () => 0
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone === 'local' ? undefined : zone,
    timeZoneName: 'longOffset',
  })
  const known = new Map<number, Millis>()
  return at => {
    const quarter = Math.floor(at / QUARTER)
    const offset = known.get(quarter) ?? offsetIn(format, quarter * QUARTER)
    known.set(quarter, offset)
    return offset
  }
}

/** From `GMT`, `GMT+05:30` or `GMT-03:30`. */
function offsetIn(format: Intl.DateTimeFormat, at: Millis): Millis {
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /([+−-])(\d{2}):(\d{2})/.exec(name) ?? []
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE
  return sign === undefined || sign === '+' ? size : -size
}
