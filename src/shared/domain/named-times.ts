import { DAY, HOUR, MINUTE, type Millis } from '../lib/time'

export interface Promised {
  /** The next update that is promised; null: none is. */
  readonly at: Millis | null
  /** When the incident was declared: what is named from before it is when it began. */
  readonly declaredAt: Millis
  readonly now: Millis
}

/** Of a clock with another zone, or with am and pm, nobody but its reader knows the instant. */
const clocks = /(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])(?!\s*(?:[ap]\.?m\b|(?!UTC|GMT)[A-Z]{2,5}\b))/gi

/**
 * [CM19] Instants that a text names, in UTC, beside the promise: any that is to come, and what came since the incident
 * was declared where the promise itself is not named.
 */
export function timesBeside(text: string, { at, declaredAt, now }: Promised): readonly Millis[] {
  const named = [...text.matchAll(clocks)].map(([, hours, minutes]) =>
    nearest(Number(hours) * HOUR + Number(minutes) * MINUTE, now),
  )
  const promised = at === null ? null : Math.floor(at / MINUTE) * MINUTE
  const after = promised === null || named.includes(promised) ? now : declaredAt
  return [...new Set(named)].filter(time => time !== promised && time > after)
}

/** That time of the day, in the half day before or after now. */
function nearest(ofDay: Millis, now: Millis): Millis {
  const today = Math.floor(now / DAY) * DAY + ofDay
  return today + Math.round((now - today) / DAY) * DAY
}
