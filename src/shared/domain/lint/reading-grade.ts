import type { LintText } from './lint-text'

/** The formula was made on passages; of fewer words it says next to nothing. */
const FEWEST_WORDS = 30

/**
 * [LN24] The automated readability index: about the school year (of the United States) in which a text is understood; an
 * update is well at 9 or less. It needs letters, words and sentences only, and no guess at syllables.
 * Limits: it is for English prose, knows nothing of meaning, and takes a long name for a hard word. Addresses, code and what
 * is quoted do not count, nor do numbers.
 * Source: R. J. Senter and E. A. Smith, Automated Readability Index, AMRL-TR-66-220, Wright-Patterson Air Force Base, 1967.
 * @returns one decimal, 1 at least; null for a text that is too short
 */
export function readingGrade(text: LintText): number | null {
  const body = text.sentences.filter(sentence => sentence.from >= text.bodyAt)
  const words = text.words.filter(({ from, text: word }) => from >= text.bodyAt && /[a-z]/.test(word))
  if (words.length < FEWEST_WORDS) return null
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  const grade = 4.71 * (letters / words.length) + 0.5 * (words.length / body.length) - 21.43
  return Math.max(1, Math.round(grade * 10) / 10)
}
