import type { Maintenance } from '../../../../shared/contract/status-pages'
import { DAY, HOUR, MINUTE, type Millis, utcClock } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'

/** A window as typed, in UTC: `22:00`, `2026-11-21 22:00`, `+2h`; the end can also be relative to the start. */
export interface TypedWindow {
  readonly from: string
  readonly until: string
}

/** One hour from the next full hour that is at least an hour away. */
export function likelyWindow(now: Millis): TypedWindow {
  const from = new Date(Math.ceil((now + HOUR) / HOUR) * HOUR).toISOString()
  return { from: `${from.slice(0, 10)} ${from.slice(11, 16)}`, until: '+1h' }
}

export type ReadWindow =
  | { readonly from: Millis; readonly until: Millis }
  | { readonly field: 'from' | 'until'; readonly problem: string }

/** [MW1] A maintenance starts in the future and ends after its start; an error is shown at its field. */
export function readWindow(window: TypedWindow, now: Millis): ReadWindow {
  const text = texts.statusPage.schedule
  const from = instantOf(window.from, now)
  if (from === null) return { field: 'from', problem: text.how }
  if (from <= now) return { field: 'from', problem: t(text.past, { time: utcClock(now).slice(0, 5) }) }
  const until = instantOf(window.until, from)
  if (until === null) return { field: 'until', problem: text.how }
  if (until <= from) return { field: 'until', problem: text.notAfter }
  return { from, until }
}

const units: Readonly<Record<string, Millis>> = { m: MINUTE, h: HOUR, d: DAY }

/** @param after a time of day means its first occurrence after this, and a span is added to it */
function instantOf(text: string, after: Millis): Millis | null {
  const [, amount, unit = ''] = /^\+(\d{1,4})\s?([mhd])$/.exec(text.trim()) ?? []
  if (amount !== undefined) return after + Number(amount) * (units[unit] ?? MINUTE)
  const [, day, clock] = /^(?:(\d{4}-\d{2}-\d{2})[ T])?([0-2]?\d:[0-5]\d)$/.exec(text.trim()) ?? []
  if (clock === undefined) return null
  const read = Date.parse(`${day ?? new Date(after).toISOString().slice(0, 10)}T${clock.padStart(5, '0')}Z`)
  if (Number.isNaN(read)) return null
  return day === undefined && read <= after ? read + DAY : read
}

/** "21 Nov 22:00–23:00 UTC" */
export function windowText({ from, to }: Pick<Maintenance, 'from' | 'to'>): string {
  if (from === null) return texts.statusPage.maintenance.noTime
  const end = to === null ? '' : `–${dayOf(to) === dayOf(from) ? '' : `${dayOf(to)} `}${utcClock(to).slice(0, 5)}`
  return `${dayOf(from)} ${utcClock(from).slice(0, 5)}${end} UTC`
}

function dayOf(instant: Millis): string {
  return new Date(instant).toLocaleDateString(texts.language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
}
