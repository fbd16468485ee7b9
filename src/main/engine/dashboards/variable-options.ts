import { joinedReasons } from '../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { TimeOver, withinTime } from '../guards/within-time'
import { plainLine } from '../http/plain-text'
import type { VariableOption } from './imported'
import { PATTERN_NAME_LIMIT, patternOf } from './name-pattern'

/** Maximum number of options of one variable; for more a narrower query is needed. */
const MOST_OPTIONS = 1_000

/** Of a pattern over all values; a usual one takes a few milliseconds. */
const PATIENCE: Millis = SECOND
/** With the values of other variables filled in. */
const LONGEST_PATTERN = 10_000

export interface FilteredOptions {
  readonly options: readonly VariableOption[]
  /** Why they are not what the pattern would leave; empty: they are. */
  readonly problem: FaultValue
}

/**
 * Returns what the pattern finds, or what its first group (`value`, `text`) finds, each once. A pattern that cannot run
 * returns all, and says so.
 */
export function filtered(options: readonly VariableOption[], regex: string): FilteredOptions {
  const wanted = regex.trim() !== ''
  const pattern = wanted ? patternOf(regex, LONGEST_PATTERN) : null
  const matched = pattern === null ? null : matchingAll(options, new RegExp(pattern.pattern, pattern.flags))
  const found = matched ?? options
  const each = [...new Map(found.map(option => [option.value, option])).values()]
  const unusable: FaultValue =
    wanted && matched === null ? { code: 'variable-pattern-unusable', values: { pattern: plainLine(regex, 80) } } : ''
  const cut: FaultValue =
    each.length > MOST_OPTIONS ? { code: 'variable-cut', values: { most: MOST_OPTIONS, all: each.length } } : ''
  return { options: each.slice(0, MOST_OPTIONS), problem: joinedReasons([unusable, cut]) }
}

/** Null: they took too long. */
function matchingAll(options: readonly VariableOption[], pattern: RegExp): readonly VariableOption[] | null {
  try {
    return withinTime(PATIENCE, () => options.flatMap(option => matching(option, pattern)))
  } catch (error) {
    if (error instanceof TimeOver) return null
    throw error
  }
}

function matching(option: VariableOption, pattern: RegExp): readonly VariableOption[] {
  const found = pattern.exec(option.text.slice(0, PATTERN_NAME_LIMIT))
  if (found === null) return []
  const { value, text } = found.groups ?? {}
  if (value !== undefined || text !== undefined) {
    const one = value ?? text ?? ''
    return [{ value: one, text: text ?? one }]
  }
  const group = found.slice(1).find(part => part !== undefined)
  return group === undefined ? [option] : [{ text: group, value: group }]
}

/** Grafana's sort: 0 none, 1 and 2 by letters, 3 and 4 by numbers, 5 and 6 by letters whatever their case, 7 and 8 naturally; even falls. */
export function sortedOptions(options: readonly VariableOption[], sort: number): readonly VariableOption[] {
  const compare = comparison(sort)
  if (compare === undefined) return options
  const rising = options.toSorted((a, b) => compare(a.text, b.text))
  return sort % 2 === 0 ? rising.reverse() : rising
}

function comparison(sort: number): ((a: string, b: string) => number) | undefined {
  if (sort === 1 || sort === 2) return (a, b) => (a < b ? -1 : a > b ? 1 : 0)
  if (sort === 3 || sort === 4) return (a, b) => numberIn(a) - numberIn(b)
  if (sort === 5 || sort === 6) return (a, b) => a.toLowerCase().localeCompare(b.toLowerCase())
  return sort === 7 || sort === 8 ? (a, b) => a.localeCompare(b, 'en', { numeric: true }) : undefined
}

function numberIn(text: string): number {
  return Number(/\d+(?:\.\d+)?/.exec(text)?.[0] ?? -1)
}
