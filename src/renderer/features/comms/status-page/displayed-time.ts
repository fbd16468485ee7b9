import { DAY, type Millis } from '../../../../shared/lib/time'

/**
 * [PE1] A time that has passed, in UTC as everything on a status page: `14:23` is the last time that it was so late,
 * `2026-11-30 14:23` is that day. Undefined: nothing was typed.
 */
export function displayedTime(typed: string, now: Millis): Millis | undefined | 'unreadable' {
  const said = typed.trim().replace(/\s*utc$/i, '')
  if (said === '') return undefined
  const [, day, clock] = /^(?:(\d{4}-\d{2}-\d{2})[ T])?([0-2]?\d:[0-5]\d)$/.exec(said) ?? []
  if (clock === undefined) return 'unreadable'
  const today = new Date(now).toISOString().slice(0, 10)
  const at = Date.parse(`${day ?? today}T${clock.padStart(5, '0')}Z`)
  if (Number.isNaN(at)) return 'unreadable'
  if (at <= now) return at
  return day === undefined ? at - DAY : 'unreadable'
}
