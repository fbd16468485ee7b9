import type { RollLine } from '../../../shared/domain/roll-call'
import { listText, numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

const text = texts.rollCall

/** What came of a roll call, as the screen says it: `Roll call: 5 of 6 present; missing: Mei Tanaka (absent)`. */
export function rollCallText(lines: readonly RollLine[]): string {
  const missing = lines.flatMap(({ responder: { name }, answer }) =>
    answer === 'present' ? [] : t(text.missing[answer], { name }),
  )
  if (missing.length === 0) return tCount(text.allPresent, lines.length)
  const present = numberText(lines.length - missing.length)
  return tCount(text.somePresent, lines.length, { present, names: listText(missing) })
}
