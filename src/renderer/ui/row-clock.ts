import { type ClockChoice, clockFace, offsetsOf } from '../../shared/lib/clock-face'
import { HOUR, MINUTE, type Millis, SECOND } from '../../shared/lib/time'
import { texts } from '../../shared/texts/texts'

/** Which clocks a row shows; the first one is larger. */
export const timeChoices = ['utc-local', 'local-utc', 'utc'] as const
export type TimeChoice = (typeof timeChoices)[number]

/** A clock of one zone, used to date lines. */
export interface RowClock {
  readonly hours: ClockChoice['hours']
  /** `14:03:22`; the zone is in the list's header. */
  readonly time: (at: Millis) => string
  /** `14:03`. */
  readonly short: (at: Millis) => string
  /** `14:03:22 UTC+1`. */
  readonly full: (at: Millis) => string
  readonly zone: (at: Millis) => string
  /** A number that changes at midnight. */
  readonly dayOf: (at: Millis) => number
  /** `2026-11-20`. */
  readonly date: (at: Millis) => string
  /** `Friday, 20 November 2026`. */
  readonly dayWords: (at: Millis) => string
  /**
   * The instants at which the clock showed a time of day on a day: two in an hour that occurs twice, none in one that
   * is skipped.
   */
  readonly instants: (day: number, timeOfDay: Millis) => readonly Millis[]
}

export interface RowClocks {
  readonly first: RowClock
  /** null if one is enough, also if both would show the same. */
  readonly second: RowClock | null
}

/** [CK1] UTC, and the zone chosen in this browser; the machine's own if that is UTC. */
export function rowClocks(choice: TimeChoice, { hours, zone }: ClockChoice, now: Millis): RowClocks {
  const utc = rowClock({ hours, zone: 'UTC' })
  const other = rowClock({ hours, zone: zone === 'UTC' ? 'local' : zone })
  if (choice === 'utc' || other.zone(now) === utc.zone(now)) return { first: utc, second: null }
  return choice === 'utc-local' ? { first: utc, second: other } : { first: other, second: utc }
}

const DAY: Millis = 24 * HOUR
const days = new Intl.DateTimeFormat(texts.language, {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  timeZone: 'UTC',
})

export function rowClock(choice: ClockChoice): RowClock {
  const { full, bare, zone } = clockFace(choice)
  const offset = offsetsOf(choice.zone)
  const dayOf = (at: Millis) => Math.floor((at + offset(at)) / DAY)
  return {
    ...{ hours: choice.hours, short: bare, full, zone, dayOf },
    time: at => full(at).slice(0, -zone(at).length - 1),
    date: at => new Date(at + offset(at)).toISOString().slice(0, 10),
    dayWords: at => days.format(at + offset(at)),
    instants: (day, timeOfDay) => {
      const shown = day * DAY + timeOfDay
      // Daylight saving may start or end on that day: the clock's offset is the one before it or the one after it.
      const offsets = new Set([offset(shown - DAY), offset(shown + DAY)])
      return [...offsets].map(ahead => shown - ahead).filter(at => at + offset(at) === shown)
    },
  }
}

/** `14`, `23`, `5` → milliseconds since midnight. */
export function timeOfDay(hours: number, minutes: number, seconds: number): Millis {
  return hours * HOUR + minutes * MINUTE + seconds * SECOND
}

export const utcRowClock = rowClock({ hours: '24', zone: 'UTC' })
