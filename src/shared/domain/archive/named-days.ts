import { DAY, HOUR, type Millis } from '../../lib/time'

/** The reader's days: which one it is, and when each began. Days are counted from 1 January 1970. */
export interface Calendar {
  readonly now: Millis
  readonly today: number
  /** The first instant of a day. */
  readonly startOf: (day: number) => Millis
}

/** From an instant up to another, which is not in it. */
export interface Period {
  readonly from: Millis
  readonly to: Millis
}

export const utcCalendar = (now: Millis): Calendar => ({
  ...{ now, today: Math.floor(now / DAY), startOf: (day: number) => day * DAY },
})

/**
 * [AV2] The period that a word names: `2026`, `2026-05`, `2026-05-12`, `12.5.2026`, `12-may-2026`, `may`, `today`,
 * `yesterday`, `monday`, `last-week`, or how long ago, as `7d`, `2w`, `3mo`, `1y`, `12h`. Without a year it is the last
 * such day or month. Undefined: it names none.
 */
export function periodNamed(word: string, calendar: Calendar): Period | undefined {
  const plain = word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/,/g, '')
  return ago(plain, calendar) ?? relative(plain, calendar) ?? written(plain, calendar)
}

const hours: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 }
const FARTHEST = 9_999

/** An instant: the period of it is as short as can be. */
function ago(word: string, { now, today, startOf }: Calendar): Period | undefined {
  const [, count = '', unit = ''] =
    /^(\d{1,4})-?(h|d|w|mo|y|hours?|days?|weeks?|months?|years?)(?:-ago)?$/.exec(word) ?? []
  if (unit === '') return undefined
  const short = unit.startsWith('mo') ? 'mo' : unit.charAt(0)
  const span = hours[short]
  if (span !== undefined) return instant(now - Number(count) * span * HOUR)
  const { year, month, day } = dateOf(today)
  const months = Number(count) * (short === 'y' ? 12 : 1)
  const then = { year, month: month - months }
  // A month ago from the 31st is the last day of a shorter month.
  const first = dayOf(then.year, then.month, 1)
  const last = dayOf(then.year, then.month + 1, 1) - 1
  return instant(startOf(Math.min(first + day - 1, last)) + (now - startOf(today)))
}

const instant = (at: Millis): Period => ({ from: at, to: at + 1 })

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const monthNames = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]

function relative(word: string, calendar: Calendar): Period | undefined {
  const { today } = calendar
  const { year, month } = dateOf(today)
  // 1 January 1970 was a Thursday; weeks begin on Monday.
  const monday = today - weekdayOf(today)
  const turns: Readonly<Record<string, readonly [number, number]>> = {
    today: [today, today + 1],
    yesterday: [today - 1, today],
    'this-week': [monday, monday + 7],
    'last-week': [monday - 7, monday],
    'this-month': [dayOf(year, month, 1), dayOf(year, month + 1, 1)],
    'last-month': [dayOf(year, month - 1, 1), dayOf(year, month, 1)],
    'this-year': [dayOf(year, 0, 1), dayOf(year + 1, 0, 1)],
    'last-year': [dayOf(year - 1, 0, 1), dayOf(year, 0, 1)],
  }
  const named = Object.hasOwn(turns, word) ? turns[word] : undefined
  if (named !== undefined) return days(named[0], named[1], calendar)
  const at = nameAt(weekdays, word)
  if (at === undefined) return undefined
  const day = today - ((weekdayOf(today) - at + 7) % 7)
  return days(day, day + 1, calendar)
}

function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** A whole name, or its first three letters or more. */
function nameAt(names: readonly string[], word: string): number | undefined {
  const at = word.length < 3 ? -1 : names.findIndex(name => name.startsWith(word))
  return at < 0 ? undefined : at
}

interface WrittenDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

function written(word: string, calendar: Calendar): Period | undefined {
  const date = isoDate(word) ?? dottedDate(word) ?? namedMonth(word)
  if (date === undefined) return undefined
  const today = dateOf(calendar.today)
  const { year = yearOf(date, today), month, day } = date
  if (month === undefined) return days(dayOf(year, 0, 1), dayOf(year + 1, 0, 1), calendar)
  if (month < 0 || month > 11) return undefined
  const first = dayOf(year, month, 1)
  const after = dayOf(year, month + 1, 1)
  if (day === undefined) return days(first, after, calendar)
  const isThere = day >= 1 && first + day - 1 < after
  return isThere ? days(first + day - 1, first + day, calendar) : undefined
}

/** The last one that has begun. */
function yearOf({ month = 0, day = 1 }: WrittenDate, today: Required<WrittenDate>): number {
  const isAhead = month > today.month || (month === today.month && day > today.day)
  return isAhead ? today.year - 1 : today.year
}

function isoDate(word: string): WrittenDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(word) ?? []
  if (year === undefined) return undefined
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) - 1 }),
    ...(day !== undefined && { day: Number(day) }),
  }
}

/** Only with dots: `5/12/2026` is a day of May to some and of December to others. */
function dottedDate(word: string): WrittenDate | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(word) ?? []
  if (day === undefined) return undefined
  return { day: Number(day), month: Number(month) - 1, ...(year !== undefined && { year: Number(year) }) }
}

function namedMonth(word: string): WrittenDate | undefined {
  const parts = word.split('-')
  const named = parts.flatMap(part => nameAt(monthNames, part) ?? [])
  const numbers = parts.filter(part => /^\d{1,4}$/.test(part))
  const [month] = named
  if (month === undefined || named.length !== 1 || numbers.length !== parts.length - 1) return undefined
  const [days, years] = [numbers.filter(part => part.length <= 2), numbers.filter(part => part.length === 4)]
  if (days.length > 1 || years.length > 1 || days.length + years.length !== numbers.length) return undefined
  return {
    month,
    ...(days[0] !== undefined && { day: Number(days[0]) }),
    ...(years[0] !== undefined && { year: Number(years[0]) }),
  }
}

function days(from: number, to: number, { startOf }: Calendar): Period {
  return { from: startOf(from), to: startOf(to) }
}

function dateOf(day: number): Required<WrittenDate> {
  const date = new Date(day * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() }
}

/** A month may be beyond its year. Years are those of the calendar, also before 100. */
function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(Math.min(year, FARTHEST), month, day)
  return Math.floor(date.getTime() / DAY)
}
