import type { Remark } from './lint-finding'
import { type LintSubject, subjectOf } from './lint-rule'
import { type LintWord, readLintText } from './lint-text'

/** Words that bring nothing new by themselves: of grammar, and of going on. */
const fillers = new Set(
  'a an and are as at be been before but by can continue continues continued continuing do does for from going has have here how in into is it its latest more next no not now of on ongoing or our out over remain remains still that the their them there these they this those to under until up update was we were what when where which who will with work working you your investigate investigating investigation look looking same unchanged change changed yet also currently again soon am pm utc gmt'.split(
    ' ',
  ),
)

/**
 * [LN22] Brings nothing that the last update did not say. Times of day, the promise of the next update and words of going on
 * are not new; a number or a place is.
 */
export function sameAsLastRemarks(subject: LintSubject): readonly Remark[] {
  const { update, text, words } = subject
  if (update.previous === null) return []
  const news = contentOf(subject)
  const before = new Set(contentOf(subjectOf(update, readLintText('', update.previous), words)))
  if (news.length === 0 || news.some(word => !before.has(word))) return []
  return [{ rule: 'same-as-last', from: text.bodyAt, to: text.all.length }]
}

function contentOf({ text, words, clocks, hits }: LintSubject): readonly string[] {
  const promising = new Set(hits(words.promises.updates).map(({ sentence }) => sentence))
  let clock = 0
  const inClock = ({ from, to, text: word }: LintWord) => {
    while ((clocks[clock]?.to ?? Number.POSITIVE_INFINITY) + ZONE_AFTER < from) clock += 1
    const near = clocks[clock]
    return near !== undefined && from >= near.from && (to <= near.to || isZone(word, words))
  }
  const left = text.words.filter(
    word =>
      word.from >= text.bodyAt &&
      !promising.has(word.sentence) &&
      !fillers.has(word.text.split("'", 1)[0] ?? '') &&
      !inClock(word),
  )
  // What is quoted is what customers see: another message is news.
  const quotes = text.quotes.filter(({ from }) => from >= text.bodyAt)
  return [
    ...left.map(({ text: word }) => stemOf(word)),
    ...quotes.map(({ from, to }) => text.all.slice(from, to).toLowerCase()),
  ]
}

/** How far after a clock its zone is written. */
const ZONE_AFTER = 3

function isZone(word: string, { zones }: LintSubject['words']): boolean {
  return zones.zones[word.toUpperCase()] !== undefined
}

function stemOf(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word
}
