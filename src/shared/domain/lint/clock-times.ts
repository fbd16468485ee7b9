import { DAY, HOUR, MINUTE, type Millis } from '../../lib/time'
import type { LintText } from './lint-text'

/** Zones as the lists have them: letters → minutes east of UTC, several where the same letters mean several zones. */
export interface ZoneWords {
  readonly zones: Readonly<Record<string, readonly number[]>>
}

/** A time of day that a text names. */
export interface ClockTime {
  readonly from: number
  readonly to: number
  readonly sentence: number
  /** Noon or midnight: of those nobody asks the zone. */
  readonly word: boolean
  /** Minutes after midnight. */
  readonly ofDay: number
  /** Minutes east of UTC, one or more that are meant; undefined: no zone is said. `unknown` is one that we do not know. */
  readonly zone: readonly number[] | 'unknown' | undefined
}

const clock =
  /(?<![\w:.,/])(?:([01]?\d|2[0-3])[:h]([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?m\b\.?)?|(1[0-2]|0?[1-9])\s?([ap])\.?m\b\.?|(noon|midnight)\b)(?![\d:])(?!\s?(?:min|mins|minutes?|hours?|hrs?|s|seconds?)\b)/gi
const numeric = /^[ (]{0,3}(?:(?:UTC|GMT) ?)?([+−-])(\d{1,2})(?::?([0-5]\d))?(?!\d)/
const lettered = /^[ (]{0,3}([A-Z][A-Za-z]{1,4}|Z|[A-Z][a-z]{2,12})(?![\p{L}\p{N}])/u
const named = /^[ (]{0,3}(?:local time|[A-Z][a-z]+(?: [A-Z][a-z]+)? time|[A-Z][a-z]+\/[A-Z][A-Za-z_]+)/
/** “A record of 1:42”, “took 2:31:07”: how long something was, and no time of day. */
const lasted = /\b(?:of|took|takes|lasted|lasts)\s$/i
/** "14:00 to 15:00 CET": the zone of the second counts for the first. */
const range = /^[\s,(]*(?:to|and|until|till|through|or|–|-|—|\/|,)(?=[\s\d])[^.!?\n]{0,30}$/
const forAll = /\btimes?\b[^.!?\n]{0,40}?\b([A-Z]{2,5})\b/g

/** Times of day in a text, in its order. */
export function clockTimes(text: LintText, { zones }: ZoneWords): readonly ClockTime[] {
  const common = commonZone(text.plain, zones)
  const found = [...text.plain.matchAll(clock)].flatMap(match => {
    const to = match.index + match[0].length
    const ofDay = minutesOf(match)
    const zone = zoneAt(text.plain.slice(to, to + 40), zones) ?? headZone(text.plain, match.index, zones)
    const isSpan =
      zone === undefined && !/[pm]/i.test(match[0]) && lasted.test(text.plain.slice(0, match.index).slice(-10))
    return isSpan ? [] : [{ from: match.index, to, ofDay, word: match[6] !== undefined, zone }]
  })
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const [one, next] = [found[at], found[at + 1]]
    if (one && next && one.zone === undefined && range.test(text.plain.slice(one.to, next.from).slice(0, 60)))
      one.zone = next.zone
  }
  let sentence = 0
  return found.map(time => {
    while ((text.sentences[sentence]?.to ?? Number.POSITIVE_INFINITY) <= time.from) sentence += 1
    return { ...time, sentence, zone: time.zone ?? common }
  })
}

function minutesOf([, hours, minutes, half, hour, halfOfHour, word]: RegExpMatchArray): number {
  if (word !== undefined) return word.toLowerCase() === 'noon' ? 720 : 0
  const afternoon = (half ?? halfOfHour)?.toLowerCase()
  const said = Number(hours ?? hour)
  const ofClock = afternoon === undefined ? said : (said % 12) + (afternoon === 'p' ? 12 : 0)
  return ofClock * 60 + Number(minutes ?? 0)
}

function zoneAt(after: string, zones: ZoneWords['zones']): ClockTime['zone'] {
  const [, sign, hours, minutes] = numeric.exec(after) ?? []
  if (hours !== undefined) return [(sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes ?? 0))]
  if (named.test(after)) return 'unknown'
  const letters = lettered.exec(after)?.[1]
  if (letters === undefined) return undefined
  const known = zones[letters]
  if (known !== undefined) return known
  return /^[A-Z]{2,4}T$/.test(letters) ? 'unknown' : undefined
}

/** In a table's row, the zone that stands in the head of its column, or of any: “| Issued (MDT) | Sent (MDT) |”. */
function headZone(plain: string, at: number, zones: ZoneWords['zones']): ClockTime['zone'] {
  const line = plain.lastIndexOf('\n', at) + 1
  if (!/^\s{0,3}\|/.test(plain.slice(line, line + 5))) return undefined
  const above = plain.slice(Math.max(0, line - LONGEST_TABLE), line)
  const head = /(?:^|\n)([^\n]{1,300})\n\s{0,3}\|[\s:|-]{3,300}\n(?:\s{0,3}\|[^\n]{0,300}\n){0,100}$/.exec(above)?.[1]
  const letters = [...(head ?? '').matchAll(/\b[A-Z]{2,5}\b/g)].map(([word]) => word)
  const known = letters.find(word => zones[word] !== undefined)
  return known === undefined ? undefined : zones[known]
}

const LONGEST_TABLE = 10_000

function commonZone(plain: string, zones: ZoneWords['zones']): ClockTime['zone'] {
  for (const [, letters = ''] of plain.matchAll(forAll)) if (zones[letters] !== undefined) return zones[letters]
  return undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const dayMonth = new RegExp(
  `(?<!\\d)(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}\\b|\\b${month}\\.? (\\d{1,2}))(?![\\d:])`,
  'i',
)
const otherDay = /\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}-\d\d-\d\d)\b/i

/**
 * The earliest and the latest instant that a time of day may mean: on the date beside it, else within half a day of now.
 * @param beside the sentence around it
 * @returns undefined where that cannot be said
 */
export function instantsOf(
  time: ClockTime,
  beside: string,
  { now, zone }: { readonly now: Millis; readonly zone: string },
): readonly Millis[] | undefined {
  const here = offsetOf(zone, now)
  if (time.zone === 'unknown') return undefined
  const meant = time.zone ?? (here === undefined ? [] : [here])
  const offsets = here !== undefined && meant.includes(here) ? [here] : meant
  if (offsets.length === 0) return undefined
  const [, day, name, name2, day2] = dayMonth.exec(beside) ?? []
  const named = months.indexOf((name ?? name2 ?? '').slice(0, 3).toLowerCase())
  if (named < 0 && otherDay.test(beside)) return undefined
  return offsets.map(offset => {
    const local = now + offset * MINUTE
    const ofDay = time.ofDay * MINUTE
    if (named < 0) return nearestTo(now, Math.floor(local / DAY) * DAY + ofDay - offset * MINUTE, DAY)
    const year = new Date(local).getUTCFullYear()
    return nearestTo(now, Date.UTC(year, named, Number(day ?? day2)) + ofDay - offset * MINUTE, 365 * DAY)
  })
}

function nearestTo(now: Millis, time: Millis, every: Millis): Millis {
  return time + Math.round((now - time) / every) * every
}

const formats = new Map<string, Intl.DateTimeFormat | null>()
/** The last answer: all times of a text ask for the same, and a format is slow. */
let last: { readonly zone: string; readonly at: Millis; readonly offset: number | undefined } | undefined

/** Minutes east of UTC that a zone has at a time; undefined: there is no such zone. */
function offsetOf(zone: string, at: Millis): number | undefined {
  if (last?.zone !== zone || last.at !== at) last = { zone, at, offset: offsetBy(zone, at) }
  return last.offset
}

function offsetBy(zone: string, at: Millis): number | undefined {
  let format = formats.get(zone)
  if (format === undefined) {
    format = formatOf(zone)
    if (formats.size < 100) formats.set(zone, format)
  }
  const name = format?.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value
  if (name === undefined) return undefined
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2})(?::(\d\d))?/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * ((Number(hours) * HOUR) / MINUTE + Number(minutes))
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    return null
  }
}
