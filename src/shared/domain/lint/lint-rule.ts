import { type ClockTime, clockTimes } from './clock-times'
import type { LintedUpdate, LintRule, Remark } from './lint-finding'
import type { LintText, LintWord } from './lint-text'
import type { LintWords } from './lint-words'
import { hitsByList, type PhraseHit, type Phrases } from './phrases'

/** All that a rule may ask; what several rules look for is looked for once. */
export interface LintSubject {
  readonly update: LintedUpdate
  readonly text: LintText
  readonly words: LintWords
  readonly clocks: readonly ClockTime[]
  clocksIn(sentence: number): readonly ClockTime[]
  hits(phrases: Phrases): readonly PhraseHit[]
}

export function subjectOf(update: LintedUpdate, text: LintText, words: LintWords): LintSubject {
  const found = hitsByList(text, words.index)
  const clocks = clockTimes(text, words.zones)
  const bySentence = Map.groupBy(clocks, clock => clock.sentence)
  return {
    ...{ update, text, words, clocks },
    clocksIn: sentence => bySentence.get(sentence) ?? [],
    hits: phrases => found.get(phrases) ?? none,
  }
}

const none: readonly PhraseHit[] = []

/** One remark for each place where phrases are, however many; its words go into the text of the finding. */
export function remarksOn(rule: LintRule, hits: readonly PhraseHit[], text: LintText): readonly Remark[] {
  let past = -1
  const apart = hits
    .toSorted((one, other) => one.from - other.from)
    .filter(({ from, to }) => {
      const isNew = from >= past
      if (isNew) past = to
      return isNew
    })
  return apart.map(({ from, to }) => ({ rule, from, to, values: { words: text.all.slice(from, to) } }))
}

const grouped = new WeakMap<readonly PhraseHit[], ReadonlyMap<number, readonly PhraseHit[]>>()

/** Those of one sentence; a text of many sentences is not gone through again for each. */
export function hitsIn(sentence: number, hits: readonly PhraseHit[]): readonly PhraseHit[] {
  let known = grouped.get(hits)
  if (known === undefined) {
    known = Map.groupBy(hits, hit => hit.sentence)
    grouped.set(hits, known)
  }
  return known.get(sentence) ?? []
}

export function wordsOf({ words, sentences }: LintText, sentence: number): readonly LintWord[] {
  return words.slice(...(sentences[sentence]?.words ?? [0, 0]))
}

/** At the end of the body: where what is missing would be written. */
export function missing(rule: LintRule, { all }: LintText): Remark {
  return { rule, from: all.length, to: all.length }
}

export function sentenceLength({ sentences }: LintText, sentence: number): number {
  const [first, past] = sentences[sentence]?.words ?? [0, 0]
  return past - first
}
