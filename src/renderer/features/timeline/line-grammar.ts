import { type TypedKind, typedKinds } from '../../../shared/domain/timeline'
import { LINE_LIMIT } from '../../../shared/events/fields'
import type { Millis } from '../../../shared/lib/time'
import { type RowClock, utcRowClock } from '../../ui/row-clock'
import { instantNamed, timeMark } from '../../ui/typed-time'
import {
  nothingToName,
  type ReadStrategy,
  readStrategy,
  type StrategyKnown,
  type StrategyMark,
  strategyMarks,
} from './strategy-grammar'

/** A typed line as it will be written. */
export interface ReadLine {
  readonly kind: TypedKind
  readonly text: string
  /** When it happened; null: at the moment it is written. */
  readonly occurredAt: Millis | null
  readonly pinned: boolean
  /** A word that begins with `!` and is no kind: it stays in the text, and the hint says so. */
  readonly unknownKind: string | null
  /** [SG5] What it puts on the strategy board; null: it has no such mark. */
  readonly strategy: Pick<ReadStrategy, 'item' | 'missing' | 'needs' | 'unread'> | null
}

/**
 * Parses a line of the scribe: `!decision 14:23 Roll back +pin`. Leading marks come in any order, each at most once;
 * the first other word begins the text. After a leading backslash all that follows is plain text.
 * @param now the engine's clock, the reference for `-5m` and `14:23` (the last time it was that late)
 * @param clock the time zone and format that the writer reads
 * @param known who and what a line for the strategy board may name
 */
export function readLine(
  typed: string,
  now: Millis,
  clock: RowClock = utcRowClock,
  known: StrategyKnown = nothingToName,
): ReadLine {
  const literal = withoutKey(typed.trimStart())
  const plain = { kind: 'note', occurredAt: null, pinned: false, unknownKind: null, strategy: null } as const
  if (literal.startsWith('\\')) return { ...plain, text: literal.slice(1).trim() }
  let rest = literal
  let kind: TypedKind | StrategyMark | undefined
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
  const unknownKind = kind === undefined && /^[!\uff01]\p{L}/u.test(rest) ? firstWord(rest) : null
  const read = { ...plain, text, occurredAt: occurredAt ?? null, pinned, unknownKind }
  if (kind === undefined || !isStrategyMark(kind)) return { ...read, kind: kind ?? 'note' }
  const { kind: written, text: line, ...strategy } = readStrategy(kind, text, known, now, clock)
  return { ...read, kind: written, text: line, strategy }
}

/** [SG5] The key of this line, pressed once more while the line has the focus, is not part of a mark after it. */
function withoutKey(typed: string): string {
  const rest = typed.slice(1)
  return typed.startsWith('/') && kindNamed(firstWord(rest)) !== undefined ? rest : typed
}

function isStrategyMark(kind: TypedKind | StrategyMark): kind is StrategyMark {
  return strategyMarks.some(mark => mark === kind)
}

/**
 * A mark counts once a space follows it, so that a line being typed does not change its meaning mid-word. A strategy
 * board mark without any text counts too: nothing is written, and the hint says what it needs.
 */
function firstWord(text: string): string {
  const bare = text.trim()
  if (strategyMarks.some(mark => mark === kindNamed(bare))) return bare
  return /^(\S+)(?=\s)/.exec(text)?.[1] ?? ''
}

/** A twelve-hour clock writes `2:03 pm`, which is one mark there. On other clocks `am` may be a word of the text. */
function firstMark(text: string, clock: RowClock): string {
  return timeMark(text, clock) || firstWord(text)
}

function kindNamed(word: string): TypedKind | StrategyMark | undefined {
  // A full-width sign, as East Asian input methods write it, counts too.
  if (!/^[!\uff01]/.test(word)) return undefined
  const name = word.slice(1).toLowerCase()
  return [...typedKinds, ...strategyMarks].find(kind => kind === name)
}

/** Text with more lines than that was not written as timeline entries. */
export const MOST_ENTRIES = 200

/** [TL12] The field's content, in the forms in which it can be written. */
export interface ReadEntries {
  /** All of it as one entry; several only if it is longer than one entry may be. */
  readonly one: readonly ReadLine[]
  /** Each line as an entry of its own, with its own kind and time; undefined if there is only one line, or too many. */
  readonly each: readonly ReadLine[] | undefined
  /** Lines that are not blank. */
  readonly lines: number
}

export function readEntries(typed: string, now: Millis, clock: RowClock, known?: StrategyKnown): ReadEntries {
  const lines = typed.split(lineEnd).filter(line => line.trim() !== '')
  const whole = readLine(lines.length > 1 ? evenly(typed) : typed, now, clock, known)
  const each = lines.length > 1 && lines.length <= MOST_ENTRIES ? lines : []
  return {
    one: inParts(whole),
    each: each.length === 0 ? undefined : each.flatMap(line => inParts(readLine(line, now, clock, known))),
    lines: lines.length,
  }
}

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/

/** Without surrounding blank lines and without the common indent: the rest is unchanged when trimmed. */
function evenly(text: string): string {
  const lines = text.split(lineEnd)
  while (lines[0]?.trim() === '') lines.shift()
  while (lines.at(-1)?.trim() === '') lines.pop()
  const depths = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  const common = Math.min(...depths)
  return lines.map(line => line.slice(common).trimEnd()).join('\n')
}

/** Split between lines, else between words, never inside a character; all parts have the same time and are in order. */
function inParts(line: ReadLine): readonly ReadLine[] {
  const parts: ReadLine[] = []
  let rest = line.text
  while (rest.length > LINE_LIMIT) {
    const at = cutAt(rest)
    parts.push({ ...line, text: rest.slice(0, at).trimEnd() })
    rest = rest.slice(at).replace(/^\s*\n/, '')
  }
  return [...parts, { ...line, text: rest }]
}

function cutAt(text: string): number {
  const head = text.slice(0, LINE_LIMIT)
  for (const place of [head.lastIndexOf('\n'), head.lastIndexOf(' ')]) if (place > LINE_LIMIT / 2) return place + 1
  const code = text.charCodeAt(LINE_LIMIT - 1)
  return code >= 0xd800 && code <= 0xdbff ? LINE_LIMIT - 1 : LINE_LIMIT
}
