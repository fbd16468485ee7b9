import { type Millis, utcClock } from '../../../shared/lib/time'

/** Which clocks stand beside each line, the first one larger; kept for this screen. */
export const timeChoices = ['utc-local', 'local-utc', 'utc'] as const
export type TimeChoice = (typeof timeChoices)[number]
export type Zone = 'utc' | 'local'

const DAY: Millis = 86_400_000
const KEPT = 'quarterdeck.timeline.times'

export function keptTimes(storage: Storage): TimeChoice {
  const kept = storage.getItem(KEPT)
  return timeChoices.find(choice => choice === kept) ?? 'utc-local'
}

export function keepTimes(storage: Storage, choice: TimeChoice): void {
  try {
    storage.setItem(KEPT, choice)
  } catch (error) {
    console.warn('The choice of clocks could not be kept', error)
  }
}

export function nextTimes(choice: TimeChoice): TimeChoice {
  return timeChoices[(timeChoices.indexOf(choice) + 1) % timeChoices.length] ?? 'utc'
}

export function firstZone(choice: TimeChoice): Zone {
  return choice === 'local-utc' ? 'local' : 'utc'
}

/** The clock that stands second; null where one is enough, also where the machine's clock shows UTC. */
export function secondZone(choice: TimeChoice): Zone | null {
  if (choice === 'utc' || new Date().getTimezoneOffset() === 0) return null
  return choice === 'local-utc' ? 'utc' : 'local'
}

/** `14:03:22` on the clock of a zone. */
export function clockIn(zone: Zone, at: Millis): string {
  return utcClock(zone === 'utc' ? at : shifted(at))
}

/** `2026-11-20`: the day in a zone. */
export function dateIn(zone: Zone, at: Millis): string {
  return new Date(zone === 'utc' ? at : shifted(at)).toISOString().slice(0, 10)
}

/** A number that changes at midnight of a zone. */
export function dayIn(zone: Zone, at: Millis): number {
  return Math.floor((zone === 'utc' ? at : shifted(at)) / DAY)
}

/** The instant at which a zone's clock showed a time of day, on the day of `on`. */
export function instantOn(zone: Zone, on: Millis, hours: number, minutes: number, seconds: number): Millis {
  const day = new Date(on)
  return zone === 'utc' ? day.setUTCHours(hours, minutes, seconds, 0) : day.setHours(hours, minutes, seconds, 0)
}

const words = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const utcDay = new Intl.DateTimeFormat('en-GB', { ...words, timeZone: 'UTC' })
const localDay = new Intl.DateTimeFormat('en-GB', words)

export function dayWords(zone: Zone, at: Millis): string {
  return (zone === 'utc' ? utcDay : localDay).format(at)
}

/** `UTC`, or what this machine calls its zone, such as `CET` or `GMT+5:30`. */
export function zoneName(zone: Zone, at: Millis = Date.now()): string {
  if (zone === 'utc') return 'UTC'
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'local'
}

/** So that what is meant for UTC tells the local clock. */
function shifted(at: Millis): Millis {
  return at - new Date(at).getTimezoneOffset() * 60_000
}
