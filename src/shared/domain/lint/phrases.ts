import type { LintText, LintWord } from './lint-text'

/** A phrase of a list where a text has it. */
export interface PhraseHit {
  readonly from: number
  readonly to: number
  readonly sentence: number
  /** Places of its words in the text's list, the second one exclusive. */
  readonly words: readonly [number, number]
}

type Step = ReadonlySet<string> | 'gap'

/** Of each phrase what follows its first word, by that word. */
export type Phrases = ReadonlyMap<string, readonly (readonly Step[])[]>

/** The phrases of all lists by their first word, so that a text is gone through once and not once for each list. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly [Phrases, readonly Step[]])[]>

/** Words that `...` in a phrase matches. */
const LONGEST_GAP = 3

/**
 * [LN18] Phrases as the lists have them: words between spaces, `a|b` for either, `...` for up to three words. Nothing that a
 * team writes there can take long.
 */
export function phrasesOf(list: readonly string[]): Phrases {
  const phrases = new Map<string, (readonly Step[])[]>()
  for (const phrase of list) {
    const [first = '', ...rest] = phrase.split(' ')
    const steps = rest.map(word => (word === '...' ? 'gap' : new Set(word.split('|'))))
    for (const word of new Set(first.split('|'))) {
      const known = phrases.get(word)
      if (known === undefined) phrases.set(word, [steps])
      else known.push(steps)
    }
  }
  return phrases
}

export function phraseIndex(lists: readonly Phrases[]): PhraseIndex {
  const index = new Map<string, (readonly [Phrases, readonly Step[]])[]>()
  for (const list of lists)
    for (const [word, all] of list)
      index.set(word, [...(index.get(word) ?? []), ...all.map(steps => [list, steps] as const)])
  return index
}

/** All places of all lists' phrases, in the text's order; of a list the longest one at each word. */
export function hitsByList({ words }: LintText, index: PhraseIndex): ReadonlyMap<Phrases, readonly PhraseHit[]> {
  const found = new Map<Phrases, PhraseHit[]>()
  for (let at = 0; at < words.length; at += 1) {
    const phrases = index.get(words[at]?.text ?? '')
    if (phrases === undefined) continue
    for (const [list, steps] of phrases) {
      const past = pastOf(words, at + 1, steps, 0)
      if (past > 0) addHit(found, list, words, at, past)
    }
  }
  return found
}

function addHit(found: Map<Phrases, PhraseHit[]>, list: Phrases, words: readonly LintWord[], at: number, past: number) {
  const [first, last] = [words[at], words[past - 1]]
  if (first === undefined || last === undefined) return
  const hits = found.get(list) ?? []
  const before = hits.at(-1)
  if (before?.words[0] === at) {
    if (before.words[1] >= past) return
    hits.pop()
  }
  hits.push({ from: first.from, to: last.to, sentence: first.sentence, words: [at, past] })
  found.set(list, hits)
}

/** @returns the place after the last word of a phrase whose words up to `at` are there; 0: it is not there */
function pastOf(words: readonly LintWord[], at: number, steps: readonly Step[], done: number): number {
  const step = steps[done]
  if (step === undefined) return at
  for (let skip = 0; skip <= (step === 'gap' ? LONGEST_GAP : 0); skip += 1) {
    const word = words[at + skip]
    if (word === undefined || word.sentence !== words[at - 1]?.sentence) return 0
    const fits = step === 'gap' || step.has(word.text)
    const past = fits ? pastOf(words, step === 'gap' ? at + skip : at + 1, steps, done + 1) : 0
    if (past > 0) return past
  }
  return 0
}
