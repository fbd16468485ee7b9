import type { ClockFace } from '../../shared/lib/clock-face'
import { DAY, MINUTE, type Millis } from '../../shared/lib/time'

/** [CK2] The last time within a day that the cockpit's clock showed the typed time; undefined: it never did. */
export function lastShown(typed: string, now: Millis, clock: ClockFace): Millis | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  const newest = Math.floor(now / MINUTE) * MINUTE
  for (let at = newest; at > newest - DAY; at -= MINUTE) {
    if (plain(clock.bare(at)) === wanted) return at
  }
  return undefined
}

/** `09:05 UTC` and `9.05` are `9:05`. */
function plain(text: string): string {
  const [, hour = '', minute = '', half = ''] =
    /^\s*0?(\d{1,2})[:.：](\d{2})\s*([ap]m)?(?:\s*utc)?\s*$/i.exec(text.normalize('NFKC')) ?? []
  return hour === '' ? '' : `${hour}:${minute}${half.toLowerCase()}`
}
