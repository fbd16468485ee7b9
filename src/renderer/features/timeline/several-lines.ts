import { LINE_LIMIT } from '../../../shared/events/fields'
import type { Millis } from '../../../shared/lib/time'
import { type ReadLine, readLine } from './line-grammar'
import type { RowClock } from './times'

/** More entries than that are no lines that a person wrote down. */
const MOST_ENTRIES = 200

/** [TL12] What the field holds, as it can be written. */
export interface ReadEntries {
  /** All of it as one entry; more than one only where it is longer than an entry may be. */
  readonly one: readonly ReadLine[]
  /** Each line as an entry of its own, with its own kind and time; undefined where there is one line, or too many. */
  readonly each: readonly ReadLine[] | undefined
  /** Lines that are not blank. */
  readonly lines: number
}

export function readEntries(typed: string, now: Millis, clock: RowClock): ReadEntries {
  const lines = typed.split(lineEnd).filter(line => line.trim() !== '')
  const whole = readLine(lines.length > 1 ? evenly(typed) : typed, now, clock)
  const each = lines.length > 1 && lines.length <= MOST_ENTRIES ? lines : []
  return {
    one: inParts(whole),
    each: each.length === 0 ? undefined : each.flatMap(line => inParts(readLine(line, now, clock))),
    lines: lines.length,
  }
}

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/

/** Without blank lines around it and without what all lines are indented by: what is left keeps its shape when trimmed. */
function evenly(text: string): string {
  const lines = text.split(lineEnd)
  while (lines[0]?.trim() === '') lines.shift()
  while (lines.at(-1)?.trim() === '') lines.pop()
  const depths = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  const common = Math.min(...depths)
  return lines.map(line => line.slice(common).trimEnd()).join('\n')
}

/** Cut between lines, else between words, never inside a character; the parts follow each other at one time. */
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
