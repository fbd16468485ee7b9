import type { Millis } from '../../../shared/lib/time'
import { engineNow, type SessionStore } from '../../stores/session-store'

/** Further ahead than that of this screen's reckoning is a wrong clock, which no line follows. */
const MOST_AHEAD: Millis = 10_000

/**
 * [TL10] When Enter was pressed, on the engine's clock as this screen reckons it. This screen may have heard the engine's
 * clock a moment late, so a line is never dated before the last one that its writer had in sight, and always after the
 * one that was entered before it: whichever of them arrives first, or is written on a later try, that stays their order.
 * @param shown the time of the last line in sight
 * @param before the instant of the line that was entered before it
 * @returns null before the engine's clock was heard
 */
export function enteredAt(session: SessionStore, shown: Millis | undefined, before: Millis | null): Millis | null {
  const { clock } = session.getState()
  if (clock === null) return null
  const now = engineNow(session)
  const most = now + MOST_AHEAD * clock.reading.rate
  const floors = [shown ?? now, before === null ? now : before + 1]
  return Math.max(now, ...floors.filter(floor => floor <= most))
}
