import type { Remark } from './lint-finding'
import { hitsIn, type LintSubject, remarksOn } from './lint-rule'
import { lengthIn } from './lint-text'
import { productWords } from './told-customers'

/** [LN11] Accuses a person, a partner or a customer. */
export function blameRemarks({ text, words, hits }: LintSubject): readonly Remark[] {
  const { blame, actors, acts } = words.tone
  const acted = hits(acts).filter(act =>
    hitsIn(act.sentence, hits(actors)).some(({ words: [, past] }) => past <= act.words[0] && act.words[0] - past <= 5),
  )
  return remarksOn('blame', [...hits(blame), ...acted], text)
}

/** [LN12] Names a possible cause while none is identified. What may happen to customers is no guess. */
export function guessRemarks({ update, text, words, hits }: LintSubject): readonly Remark[] {
  if (update.incident.identified) return []
  const { guesses, hedges, causes } = words.tone
  const hedged = hits(hedges).filter(hedge =>
    hitsIn(hedge.sentence, hits(causes)).some(cause => cause.from !== hedge.from),
  )
  return remarksOn('guess', [...hits(guesses), ...hedged], text)
}

/** [LN13] Words of our trade, unless the status page itself has them. */
export function jargonRemarks({ update, text, words, hits }: LintSubject): readonly Remark[] {
  const product = new Set(productWords(update.incident.components))
  const foreign = hits(words.jargon.terms).filter(({ words: [first] }) => !product.has(text.words[first]?.text ?? ''))
  return remarksOn('jargon', foreign, text)
}

/** Words from which a reader loses the beginning of a sentence; plain-language guides ask for 15 to 25. */
const MOST_WORDS = 30

/** [LN16] A sentence of more than 30 words. */
export function longSentenceRemarks({ text }: LintSubject): readonly Remark[] {
  return text.sentences.flatMap((sentence): readonly Remark[] => {
    const count = lengthIn(text, sentence)
    const { from, to } = sentence
    return count > MOST_WORDS ? [{ rule: 'long-sentence', from, to, values: { count, most: MOST_WORDS } }] : []
  })
}

const share =
  /\p{N}\s?%|\bper\s?cent\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: out of | in )(?:about |every |our )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|a hundred|a thousand|\d)|\b(?:half|third|quarter|fifth|tenth) of\b/iu
const percent = /\p{N}\s?%|\bper\s?cent\b/u
const explained =
  /^[\s,:(–—-]{1,4}(?:(?:who|whose|with|using|those|namely|that)\b|(?:in|on|of|from) (?:the )?[\p{Lu}\p{N}])|^:\s/u

/** [LN17] “Some users” without who or how many: nobody knows whether they are among them. */
export function vagueUsersRemarks({ text, words, hits }: LintSubject): readonly Remark[] {
  const { amounts, whoWords } = words.tone
  const people = hits(words.impact.people)
  const vague = hits(amounts).flatMap(amount => {
    const who = people.find(
      ({ sentence, words: [first] }) =>
        sentence === amount.sentence && first >= amount.words[1] && first - amount.words[1] <= 2,
    )
    return who === undefined ? [] : [{ ...amount, to: who.to, words: [amount.words[0], who.words[1]] as const }]
  })
  const counted = (sentence: number, by: RegExp) => {
    const { from, to } = text.sentences[sentence] ?? { from: 0, to: 0 }
    return by.test(text.plain.slice(from, to)) || countsPeople(sentence) || hitsIn(sentence, hits(whoWords)).length > 0
  }
  const countsPeople = (sentence: number) =>
    hitsIn(sentence, people).some(({ words: [first] }) =>
      text.words
        .slice(Math.max(0, first - 3), first)
        .some(word => word.sentence === sentence && /^\d[\d.,]*$/.test(word.text)),
    )
  const left = vague.filter(
    ({ to, sentence }) =>
      !explained.test(text.plain.slice(to, to + 20)) && !counted(sentence, share) && !counted(sentence + 1, percent),
  )
  return remarksOn('vague-users', left, text)
}

const goesOn = /^(?: +\p{Ll}|[,;:.'’])/u
const isOver = /^["”)*_]*(?:\n|\s+\P{Ll}|\s*$)/u

/** [LN19] Exclamation marks, but for one that belongs to a name: elsewhere the text has it in the middle of a sentence. */
export function exclamationRemarks({ text: { plain } }: LintSubject): readonly Remark[] {
  const marks = [...plain.matchAll(/[!！]+/g)].map(({ 0: found, index: from }) => ({
    ...{ from, to: from + found.length, wide: found.includes('！') },
    word: /[\p{L}\p{N}]+[)"”*_]*$/u.exec(plain.slice(Math.max(0, from - 60), from))?.[0],
    after: plain.slice(from + found.length, from + found.length + 20),
  }))
  const names = new Set(marks.filter(({ after }) => goesOn.test(after)).map(({ word }) => word))
  return marks
    .filter(({ word, wide, after }) => wide || (word !== undefined && !names.has(word) && isOver.test(after)))
    .map(({ from, to }) => ({ rule: 'exclamation', from, to }))
}

const pictures =
  /[\p{Emoji_Presentation}\u{1F1E6}-\u{1F1FF}]\uFE0F?|(?![©®™‼⁉\u2190-\u21FF\u2900-\u297F])\p{Extended_Pictographic}\uFE0F?|[\p{N}#*]\uFE0F?\u20E3|(?<=^|\s)[:;]-?[)(DP](?=\s|$|[.,])/gmu

/** [LN20] Emoji, and faces of punctuation. What is shown as code or quoted is a thing that customers see. */
export function emojiRemarks({ text }: LintSubject): readonly Remark[] {
  return [...text.plain.matchAll(pictures)].map(({ 0: found, index: from }) => ({
    ...{ rule: 'emoji', from, to: from + found.length },
  }))
}

/** [LN21] Phrases that say nothing. */
export function emptyPhraseRemarks({ text, words, hits }: LintSubject): readonly Remark[] {
  return remarksOn('empty-phrase', hits(words.tone.empty), text)
}
