import { type TypedKind, typedKinds } from '../../../shared/domain/timeline'
import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import { type RowClock, timeOfDay, utcRowClock } from './times'

/** A typed line as it will be written. */
export interface ReadLine {
  readonly kind: TypedKind
  readonly text: string
  /** When it happened; null: at the moment it is written. */
  readonly occurredAt: Millis | null
  readonly pinned: boolean
  /** A word that begins with `!` and is no kind: it stays in the text, and the writer is told. */
  readonly unknownKind: string | null
}

const DAY: Millis = 24 * HOUR
/** A time of day a little ahead of the engine's clock is a wall clock that goes fast, not yesterday. */
const AHEAD: Millis = 2 * MINUTE
const units: Readonly<Record<string, Millis>> = { s: SECOND, m: MINUTE, h: HOUR }

/**
 * Reads a line of the scribe: `!decision 14:23 Roll back +pin`. Leading marks come in any order, each at most once; the
 * first other word begins the text. A leading backslash keeps all that follows as it is.
 * @param now the engine's clock, which `-5m` and `14:23` (the last time it was that late) are reckoned from
 * @param clock the one that the writer reads
 */
export function readLine(typed: string, now: Millis, clock: RowClock = utcRowClock): ReadLine {
  const literal = typed.trimStart()
  const plain = { kind: 'note', occurredAt: null, pinned: false, unknownKind: null } as const
  if (literal.startsWith('\\')) return { ...plain, text: literal.slice(1).trim() }
  let rest = literal
  let kind: TypedKind | undefined
  let occurredAt: Millis | undefined
  for (let word = firstMark(rest, clock); word !== ''; word = firstMark(rest, clock)) {
    const namedKind = kind === undefined ? kindNamed(word) : undefined
    const instant = occurredAt === undefined ? instantNamed(word, now, clock) : undefined
    if (namedKind === undefined && instant === undefined) break
    kind ??= namedKind
    occurredAt ??= instant
    rest = rest.slice(word.length).trimStart()
  }
  const pinned = /(^|\s)\+pin\s*$/.test(rest)
  const text = (pinned ? rest.replace(/\+pin\s*$/, '') : rest).trim()
  const unknownKind = kind === undefined && /^!\p{L}/u.test(rest) ? firstWord(rest) : null
  return { kind: kind ?? 'note', text, occurredAt: occurredAt ?? null, pinned, unknownKind }
}

/** A mark counts once it is followed by a space, so that a line being typed does not change its meaning mid-word. */
function firstWord(text: string): string {
  return /^(\S+)(?=\s)/.exec(text)?.[1] ?? ''
}

/** A twelve-hour screen writes `2:03 pm`, which is one mark there. Elsewhere `am` may be a word of the text. */
function firstMark(text: string, { hours }: RowClock): string {
  const time = hours === '12' ? /^(\d{1,2}:\d\d(?::\d\d)?\s[ap]m)(?=\s)/i.exec(text)?.[1] : undefined
  return time ?? firstWord(text)
}

function kindNamed(word: string): TypedKind | undefined {
  if (!word.startsWith('!')) return undefined
  const name = word.slice(1).toLowerCase()
  return typedKinds.find(kind => kind === name)
}

/** [CK2] The instant that `-5m`, `14:23:05` or `2:23pm` names, never after now; undefined for any other word. */
export function instantNamed(word: string, now: Millis, reader: RowClock): Millis | undefined {
  const ago = /^-(\d{1,4})([smh])$/.exec(word)
  if (ago !== null) return now - Number(ago[1]) * (units[ago[2] ?? ''] ?? 0)
  const times = timesNamed(word, reader)
  return times.length === 0 ? undefined : Math.max(...times.map(time => lastTimeAt(time, now, reader)))
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

function lastTimeAt(time: Millis, now: Millis, reader: RowClock): Millis {
  const on = (day: Millis) => reader.instant(day, time)
  const instant = on(now)
  return instant > now + AHEAD ? on(now - DAY) : Math.min(instant, now)
}
