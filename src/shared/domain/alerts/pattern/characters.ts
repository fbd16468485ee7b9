import type { CharRange, CharSet, PatternCursor } from './reading'

const code = (char: string) => char.codePointAt(0) ?? 0
const span = (from: string, to: string): CharRange => [code(from), code(to)]

const digits = [span('0', '9')]
const wordParts = [...digits, span('A', 'Z'), span('_', '_'), span('a', 'z')]
const spaces = [span('\t', '\n'), span('\f', '\r'), span(' ', ' ')]
const LAST_CODE_POINT = 0x10ffff

/** Sets that one letter after a backslash means. */
const namedSets: Readonly<Record<string, CharSet>> = {
  d: { not: false, ranges: digits },
  D: { not: true, ranges: digits },
  w: { not: false, ranges: wordParts },
  W: { not: true, ranges: wordParts },
  s: { not: false, ranges: spaces },
  S: { not: true, ranges: spaces },
}
const named: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' }

/** What is after a backslash. */
export function readEscape(reading: PatternCursor): CharSet {
  const char = reading.text[reading.at]
  reading.at += 1
  const set = namedSets[char ?? '']
  if (set !== undefined) return set
  if (char === undefined) reading.problem ??= { code: 'pattern-backslash-at-end' }
  else if (named[char] === undefined && /[\p{L}\p{N}]/u.test(char))
    reading.problem ??= { code: 'pattern-unknown-escape', values: { escape: `\\${char}` } }
  const literal = code(named[char ?? ''] ?? char ?? ' ')
  return { not: false, ranges: [[literal, literal]] }
}

/** What is between square brackets; the first of them has been read. */
export function readClass(reading: PatternCursor): CharSet {
  const not = reading.text[reading.at] === '^'
  if (not) reading.at += 1
  const ranges: CharRange[] = []
  const first = reading.at
  for (;;) {
    const char = reading.text[reading.at]
    if (char === undefined) {
      reading.problem ??= { code: 'pattern-open-set' }
      break
    }
    // As everywhere, a bracket that comes first is one of the characters.
    if (char === ']' && reading.at > first) break
    ranges.push(...readMember(reading))
  }
  reading.at += 1
  return { not, ranges }
}

function readMember(reading: PatternCursor): readonly CharRange[] {
  const from = readBound(reading)
  const [only] = from.ranges
  const isSpan = reading.text[reading.at] === '-' && (reading.text[reading.at + 1] ?? ']') !== ']'
  if (!isSpan) return from.not ? others(from) : from.ranges
  reading.at += 1
  const [last] = readBound(reading).ranges
  if (only === undefined || last === undefined || only[0] !== only[1] || last[0] < only[0]) {
    reading.problem ??= { code: 'pattern-downward-span' }
  }
  return [[only?.[0] ?? 0, last?.[1] ?? 0]]
}

function readBound(reading: PatternCursor): CharSet {
  const char = reading.text[reading.at] ?? ''
  reading.at += 1
  return char === '\\' ? readEscape(reading) : { not: false, ranges: [[code(char), code(char)]] }
}

function others({ ranges }: CharSet): readonly CharRange[] {
  const gaps: CharRange[] = []
  let from = 0
  for (const [lo, hi] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (lo > from) gaps.push([from, lo - 1])
    from = Math.max(from, hi + 1)
  }
  return [...gaps, [from, LAST_CODE_POINT]]
}

export function isIn({ not, ranges }: CharSet, char: number): boolean {
  return ranges.some(([lo, hi]) => lo <= char && char <= hi) !== not
}
