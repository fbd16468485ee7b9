import { fail, ok, type Reply } from '../../../lib/reply'
import { readClass, readEscape } from './characters'
import type { CharSet, PatternCursor, PatternFlaw } from './reading'

export type PatternNode =
  | { readonly op: 'set'; readonly set: CharSet }
  | { readonly op: 'all' | 'any'; readonly of: readonly PatternNode[] }
  | { readonly op: 'repeat'; readonly of: PatternNode; readonly min: number; readonly max: number | null }
  | { readonly op: 'start' | 'end' }

const MOST_REPEATS = 100
const NOT_A_LINE_END: CharSet = { not: true, ranges: [[10, 10]] }

/**
 * Parses a regular expression as Prometheus and Alertmanager know it (RE2), as far as its syntax can be checked in
 * linear time. Faults say by a code what is wrong.
 */
export function readPattern(text: string): Reply<PatternNode, PatternFlaw> {
  const reading: PatternCursor = { text: [...text], at: 0, problem: null }
  const node = readChoice(reading)
  if (reading.at < reading.text.length) reading.problem ??= { code: 'pattern-closes-no-group' }
  return reading.problem === null ? ok(node) : fail(reading.problem)
}

function readChoice(reading: PatternCursor): PatternNode {
  const of = [readSequence(reading)]
  while (take(reading, '|')) of.push(readSequence(reading))
  return { op: 'any', of }
}

function readSequence(reading: PatternCursor): PatternNode {
  const of: PatternNode[] = []
  for (let next = reading.text[reading.at]; next !== undefined; next = reading.text[reading.at]) {
    if (next === '|' || next === ')' || reading.problem !== null) break
    of.push(readRepeats(reading, readOne(reading)))
  }
  return { op: 'all', of }
}

function readOne(reading: PatternCursor): PatternNode {
  const char = reading.text[reading.at] ?? ''
  reading.at += 1
  switch (char) {
    case '(':
      return readGroup(reading)
    case '[':
      return { op: 'set', set: readClass(reading) }
    case '\\':
      return { op: 'set', set: readEscape(reading) }
    case '.':
      return { op: 'set', set: NOT_A_LINE_END }
    case '^':
      return { op: 'start' }
    case '$':
      return { op: 'end' }
    case '*':
    case '+':
    case '?':
      reading.problem ??= { code: 'pattern-nothing-to-repeat', values: { sign: char } }
      return { op: 'start' }
    default:
      return { op: 'set', set: only(char) }
  }
}

function readGroup(reading: PatternCursor): PatternNode {
  if (take(reading, '?') && !take(reading, ':')) {
    reading.problem ??= { code: 'pattern-group-kind' }
  }
  const inner = readChoice(reading)
  if (!take(reading, ')')) reading.problem ??= { code: 'pattern-open-group' }
  return inner
}

function readRepeats(reading: PatternCursor, of: PatternNode): PatternNode {
  const bounds = readBounds(reading)
  if (bounds === undefined) return of
  const [min, max] = bounds
  if (Math.max(min, max ?? 0) > MOST_REPEATS)
    reading.problem ??= { code: 'pattern-many-repeats', values: { most: MOST_REPEATS } }
  if (max !== null && max < min) reading.problem ??= { code: 'pattern-bounds', values: { bounds: `{${min},${max}}` } }
  // Greedy or not is about what is captured; whether it fits is the same.
  take(reading, '?')
  if (/[*+?]/.test(reading.text[reading.at] ?? '')) reading.problem ??= { code: 'pattern-repeated-repeat' }
  return { op: 'repeat', of, min, max }
}

function readBounds(reading: PatternCursor): readonly [number, number | null] | undefined {
  if (take(reading, '*')) return [0, null]
  if (take(reading, '+')) return [1, null]
  if (take(reading, '?')) return [0, 1]
  const braces = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(reading.text.slice(reading.at, reading.at + 12).join(''))
  // As in RE2, a brace that is no repetition is a brace.
  if (braces === null) return undefined
  const [whole, min = '0', upTo, max = ''] = braces
  reading.at += whole.length
  if (upTo === undefined) return [Number(min), Number(min)]
  return [Number(min), max === '' ? null : Number(max)]
}

function take(reading: PatternCursor, char: string): boolean {
  if (reading.text[reading.at] !== char) return false
  reading.at += 1
  return true
}

function only(char: string): CharSet {
  const code = char.codePointAt(0) ?? 0
  return { not: false, ranges: [[code, code]] }
}
