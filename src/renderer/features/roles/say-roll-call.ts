import type { RollLine } from '../../../shared/domain/roll-call'
import { say, sayCount, sayList, sayNumber } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'

const text = words.rollCall

/** What came of a roll call, as the screen says it: `Roll call: 5 of 6 present; missing: Mei Tanaka (absent)`. */
export function sayRollCall(lines: readonly RollLine[]): string {
  const missing = lines.flatMap(({ responder: { name }, answer }) =>
    answer === 'present' ? [] : say(text.missing[answer], { name }),
  )
  if (missing.length === 0) return sayCount(text.allPresent, lines.length)
  const present = sayNumber(lines.length - missing.length)
  return sayCount(text.somePresent, lines.length, { present, names: sayList(missing) })
}
