import { fail, ok, type Reply } from '../../../lib/reply'
import { isIn } from './characters'
import { type Program, programOf, type Step, sizeOf } from './program'
import type { PatternFlaw } from './reading'
import { readPattern } from './syntax'

export const LONGEST_PATTERN = 300
const MOST_STEPS = 500
/** What is remembered of one pattern; past it all is forgotten and learnt again. */
const MOST_KNOWN = 20_000

/** Whether the whole text matches; a match inside it does not count, as in Alertmanager. */
export type Pattern = (text: string) => boolean

/**
 * [AG12] A pattern that takes time in proportion to the text, whatever it says: all ways to fit are followed at once,
 * and none is ever gone back on. So nobody can hold up the engine with a rule.
 */
export function compilePattern(text: string): Reply<Pattern, PatternFlaw> {
  if (text.length > LONGEST_PATTERN) return fail({ code: 'pattern-too-long', values: { most: LONGEST_PATTERN } })
  const read = readPattern(text)
  if (!read.ok) return read
  if (sizeOf(read.value) > MOST_STEPS) return fail({ code: 'pattern-repeats-too-much' })
  return ok(matcherOf(programOf(read.value)))
}

/** Steps that wait for a character, a set of ways to fit that are all open; what each character leads to is learnt. */
interface Ways {
  readonly waiting: readonly number[]
  readonly fitsHere: boolean
  readonly after: Map<number, Ways>
}

function matcherOf({ steps, first }: Program): Pattern {
  const known = new Map<string, Ways>()
  let learnt = 0
  const begin = waysOf([first], true)

  function waysOf(places: readonly number[], atStart: boolean): Ways {
    const waiting = reached(steps, places, atStart, false).filter(place => steps[place]?.op === 'set')
    const fitsHere = reached(steps, places, atStart, true).some(place => steps[place]?.op === 'fits')
    const key = `${waiting.join()} ${fitsHere}`
    const ways = known.get(key) ?? { waiting, fitsHere, after: new Map() }
    known.set(key, ways)
    return ways
  }

  function step(ways: Ways, char: number): Ways {
    const next = ways.waiting.flatMap(place => leadsTo(steps[place], char))
    const made = waysOf(next, false)
    learnt += 1 + made.waiting.length
    if (learnt > MOST_KNOWN) forget()
    ways.after.set(char, made)
    return made
  }

  function forget(): void {
    for (const ways of known.values()) ways.after.clear()
    known.clear()
    begin.after.clear()
    learnt = 0
  }

  return text => {
    let ways = begin
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0
      ways = ways.after.get(code) ?? step(ways, code)
      if (ways.waiting.length === 0 && !ways.fitsHere) return false
    }
    return ways.fitsHere
  }
}

function leadsTo(step: Step | undefined, char: number): readonly number[] {
  return step?.op === 'set' && isIn(step.set, char) ? [step.next] : []
}

/** Every step that can be reached without reading on, in order. */
function reached(steps: readonly Step[], from: readonly number[], atStart: boolean, atEnd: boolean): readonly number[] {
  const seen = new Set<number>()
  const open = [...from]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue
    seen.add(place)
    const step = steps[place]
    if (step?.op === 'fork') open.push(...step.next)
    if (step?.op === 'start' && atStart) open.push(step.next)
    if (step?.op === 'end' && atEnd) open.push(step.next)
  }
  return [...seen].sort((a, b) => a - b)
}
