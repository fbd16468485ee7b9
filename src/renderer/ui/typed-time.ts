import { HOUR, MINUTE, type Millis, SECOND } from '../../shared/lib/time'
import { type RowClock, timeOfDay, utcRowClock } from './row-clock'

/** A time of day a little ahead of the engine's clock comes from a wall clock that is fast; it is not yesterday's. */
const AHEAD: Millis = 2 * MINUTE

/**
 * [CK2] The instant that `-5m`, `14:23:05` or `2:23pm` names, never after now; undefined for any other word. [CK3] Any
 * digits and punctuation are accepted, as long as they can mean nothing else.
 */
export function instantNamed(word: string, now: Millis, reader: RowClock): Millis | undefined {
  const plain = plainTime(word)
  const span = spanNamed(plain)
  if (span !== undefined) return now - span
  const { time, clock } = zoned(plain, reader)
  const found = timesNamed(time, clock).flatMap(at => lastTimeAt(at, now, clock) ?? [])
  return found.length === 0 ? undefined : Math.max(...found)
}

/**
 * [SG5] The future instant that `in 10m`, `by 14:30` or `until 2:30 pm` names at the end of a text, and the text before
 * it; undefined if the text names none, or one that is more than a week away.
 */
export function timeAhead(text: string, now: Millis, reader: RowClock): { text: string; at: Millis } | undefined {
  const plain = plainTime(text)
  // Digits of two UTF-16 units each: positions in both would differ.
  if (plain.length !== text.length) return undefined
  const named = aheadAtEnd.exec(plain)
  const [, how = '', when = ''] = named ?? []
  if (named === null) return undefined
  const span = how.toLowerCase() === 'in' ? spanOf(when) : undefined
  const { time, clock } = zoned(when, reader)
  const times = how.toLowerCase() === 'in' ? [] : timesNamed(time, clock)
  const ahead = span === undefined ? times.flatMap(at => nextTimeAt(at, now, clock) ?? []) : [now + span]
  const at = Math.min(...ahead)
  return at > now && at <= now + FARTHEST ? { text: text.slice(0, named.index).trimEnd(), at } : undefined
}

const FARTHEST: Millis = 7 * 24 * HOUR
const aheadAtEnd = /(?:^|\s)(in|by|until)\s+(\S+(?:\s\S+)?)\s*$/i

/** [SG5] What looks like a time at the end of a text in which `timeAhead` found none: `in 0m`, `by 25:99`. */
export function timeNotRead(text: string): string | undefined {
  const [said, how = '', when = ''] = aheadAtEnd.exec(plainTime(text)) ?? []
  const looks = how.toLowerCase() === 'in' ? looksLikeSpan : looksLikeTime
  return looks.test(when) ? said?.trim() : undefined
}

const looksLikeSpan = /^[-+]?\d{1,3}$|^[-+]?(?:\d+(?:\.\d+)?\s?(?:s|sec|m|min|minutes?|h|hr|hours?|d|days?))+$/i
const looksLikeTime = /^\d+[:.]\d+(?:[:.]\d+)?\s?(?:[ap]m|utc|gmt|z|uhr|h)?$/i

/** `10m`, `1h30m`, `10 min`, `2 hours`; a number alone is of minutes. */
function spanOf(word: string): Millis | undefined {
  if (/^[1-9]\d{0,2}$/.test(word)) return Number(word) * MINUTE
  const [, count, unit] = /^(\d{1,4})\s(min|minutes?|hr|hours?)$/i.exec(word) ?? []
  if (count === undefined) return spanNamed(`-${word}`)
  return Number(count) * (unit?.toLowerCase().startsWith('m') === true ? MINUTE : HOUR)
}

/** The next instant at which the clock shows it. */
function nextTimeAt(time: Millis, now: Millis, { instants, dayOf }: RowClock): Millis | undefined {
  const today = dayOf(now)
  const ahead = [today, today + 1].flatMap(day => instants(day, time)).filter(at => at > now)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}

/** The time at the beginning of a text, as written there with what belongs to it; empty: none. */
export function timeMark(text: string, { hours }: RowClock): string {
  const head = text.slice(0, LONGEST_MARK)
  const plain = plainTime(head)
  // Digits of two UTF-16 units each: positions in both would differ, and only the word is read.
  if (plain.length !== head.length) return ''
  const half = hours === '12' ? String.raw`|\s[ap]m` : ''
  const named = new RegExp(String.raw`^[[(]?\d{1,2}(?:[:h.]?\d\d){1,2}(?:${marks}${half})?[\])]?[:,;]?(?=\s)`, 'i')
  const length = named.exec(plain)?.[0].length ?? 0
  // A dash between the time and the text is punctuation too.
  return length === 0 ? '' : text.slice(0, length + (/^\s+-(?=\s)/.exec(plain.slice(length))?.[0].length ?? 0))
}

/** With brackets, a zone and a dash around it. */
const LONGEST_MARK = 40
const marks = String.raw`\s?(?:utc|gmt|z|uhr|h)|[ap]m`

/** Converts other digits, full-width forms, and the dashes and colons of keyboards and phones to ASCII. */
function plainTime(text: string): string {
  return [...text]
    .map(character => {
      if (/\p{Nd}/u.test(character)) return digitOf(character)
      if (/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.test(character)) return '-'
      if (/[\uff1a\u2236\ua789\ufe55]/.test(character)) return ':'
      return /[\uff01-\uff5e]/.test(character) ? character.normalize('NFKC') : character
    })
    .join('')
}

/** Each script has its ten digits in a row; mathematical digits have several such rows. */
function digitOf(character: string): string {
  const [compatible = character] = character.normalize('NFKC')
  if (/\d/.test(compatible)) return compatible
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

const units = { s: SECOND, sec: SECOND, m: MINUTE, min: MINUTE, h: HOUR, hr: HOUR } as const

/** `-5m`, `-90s`, `-1h30m`, `-5min`. */
function spanNamed(word: string): Millis | undefined {
  if (!/^-(?:\d{1,4}(?:s|sec|m|min|h|hr))+$/i.test(word)) return undefined
  const parts = [...word.matchAll(/(\d+)([a-z]+)/gi)]
  return parts.reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * units[unit.toLowerCase() as keyof typeof units],
    0,
  )
}

/**
 * `14:23Z` and `14:23 UTC` are UTC whatever clock the user reads; a dot, or no separator at all, needs such a zone
 * beside it.
 */
function zoned(word: string, reader: RowClock): { readonly time: string; readonly clock: RowClock } {
  const bare = word
    .replace(/\s+-$/, '')
    .replace(/^[[(]/, '')
    .replace(/[\])]?[:,;]?$/, '')
  const [, digits = '', mark = ''] = /^([\d:h.]*\d)\s?(utc|gmt|z|uhr|h)$/i.exec(bare) ?? []
  const clock = /^(utc|gmt|z)$/i.test(mark) ? { ...utcRowClock } : reader
  const said = mark === '' ? bare : digits.replace(/\./g, ':').replace(/^(\d\d)(\d\d)$/, '$1:$2')
  return { time: said.replace(/(?<=\d)h(?=\d)/i, ':'), clock }
}

/** Milliseconds since midnight. A twelve-hour clock shows a time without `am` or `pm` twice a day. */
function timesNamed(word: string, { hours }: RowClock): readonly Millis[] {
  const [, typed = '', minutes, seconds = 0, half] =
    /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:\s?([ap])m)?$/i.exec(word) ?? []
  if (typed === '') return []
  const hour = Number(typed)
  const after = timeOfDay(0, Number(minutes), Number(seconds))
  const onDial = hour >= 1 && hour <= 12
  const [am, pm] = [after + (hour % 12) * HOUR, after + ((hour % 12) + 12) * HOUR]
  if (half !== undefined) return onDial ? [half.toLowerCase() === 'a' ? am : pm] : []
  if (hours === '12' && onDial) return [am, pm]
  return hour < 24 ? [after + hour * HOUR] : []
}

/**
 * [CK4] The last instant up to now at which the clock showed it: in an hour that occurs twice, the later one that has
 * passed.
 */
function lastTimeAt(time: Millis, now: Millis, { instants, dayOf }: RowClock): Millis | undefined {
  const today = dayOf(now)
  for (const day of [today, today - 1, today - 2]) {
    const past = instants(day, time).filter(at => at <= now + AHEAD)
    if (past.length > 0) return Math.min(Math.max(...past), now)
  }
  return undefined
}
