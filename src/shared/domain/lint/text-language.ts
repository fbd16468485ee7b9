import type { LintText } from './lint-text'

export type TextLanguage = 'en' | 'other'

/** Frequent words that English has and its neighbours spell otherwise, and those of the neighbours that are no English words. */
const english = new Set(
  'the and are with this that these those have has not from been cannot our your their which they will of to is we it by were was when all been can at for do'.split(
    ' ',
  ),
)
const others = new Set(
  'der das und nicht ist wir für mit von zu auf wird werden haben sind ein eine einen seit bis um les des est nous pour une dans sur avec sont vous pas aux el los las por para con una que se estamos il di che per non sono è gli del della het een niet van voor zijn wij naar och inte att är som på til og ikke av vi nie się że jest w na są dla do o os as em não um uma são é dos'.split(
    ' ',
  ),
)
/** Words that stand in both lists say nothing. */
const both = new Set([...english].filter(word => others.has(word)))

/** Fewer words are too few to know: they are taken for English. */
const FEWEST_WORDS = 6

/**
 * [LN23] Whether a text is English: by its letters, then by which frequent words it has more of. A text without any (a list of
 * names) is English where its letters are of ASCII.
 */
export function languageOf({ words, all }: LintText): TextLanguage {
  const beginning = all.slice(0, 2_000)
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0
  const latin = beginning.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 0 && latin < letters * 0.7) return 'other'
  if (words.length < FEWEST_WORDS) return 'en'
  const count = (list: ReadonlySet<string>) => words.filter(({ text }) => list.has(text) && !both.has(text)).length
  const [ours, theirs] = [count(english), count(others)]
  if (ours === theirs) return /[^\P{L}a-z]/iu.test(all) && ours === 0 ? 'other' : 'en'
  return ours > theirs ? 'en' : 'other'
}
