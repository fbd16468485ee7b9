import type { Remark } from './lint-finding'
import { hitsIn, type LintSubject, missing, remarksOn, wordsOf } from './lint-rule'
import type { PhraseHit } from './phrases'

/**
 * [LN4] What customers notice has to be said until it is over: people who notice something, or something that fails which
 * is no machine of ours. A sentence of what we do says it only where it speaks of people.
 */
export function noImpactRemarks({ update, text, words, hits }: LintSubject): readonly Remark[] {
  if (update.stage === 'resolution') return []
  const { people, notices, symptoms, harmless, ourselves, machines } = words.impact
  const product = new Set(productWords(update.incident.components))
  const harmlessHits = hits(harmless)
  const isHarmless = ({ words: [first, past] }: PhraseHit) =>
    harmlessHits.some(({ words: [from, to] }) => first < to && past > from)
  const said = text.sentences.some((sentence, at) => {
    const quoted = text.quotes.some(quote => quote.from >= sentence.from && quote.to <= sentence.to + 2)
    const wrong = hitsIn(at, hits(symptoms)).filter(hit => !isHarmless(hit))
    if (hitsIn(at, hits(people)).length > 0)
      return quoted || wrong.length > 0 || hitsIn(at, hits(notices)).some(hit => !isHarmless(hit))
    if (hitsIn(at, hits(ourselves)).some(({ words: [first] }) => first < sentence.words[0] + 2)) return false
    if (quoted) return true
    const inner = hitsIn(at, hits(machines)).filter(({ words: [first] }) => !product.has(text.words[first]?.text ?? ''))
    return wrong.some(({ words: [first] }) => inner.every(one => one.words[0] > first))
  })
  return said ? [] : [missing('no-impact', text)]
}

/** The words that the status page has for what is sold: there they are no machines of ours, and no jargon. */
export function productWords(components: LintSubject['update']['incident']['components']): readonly string[] {
  const names = Object.keys(components).join(' ').toLowerCase()
  const singular = (word: string) => (word.endsWith('s') ? [word, word.slice(0, -1)] : [word, `${word}s`])
  return names
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .flatMap(singular)
}

/** [LN5] Says that it is over, while the incident is not or a component is worse than operational. */
export function saysResolvedRemarks({ update, text, words, hits }: LintSubject): readonly Remark[] {
  const { resolved, components } = update.incident
  const worse = Object.values(components).some(status => status !== 'operational' && status !== 'under_maintenance')
  if (resolved && !worse) return []
  const { subjects, ends, closings, wholes } = words.resolved
  const claims = [
    ...hits(closings),
    ...(worse ? hits(wholes) : []),
    ...hits(ends).filter(end => {
      const [first] = wordsOf(text, end.sentence)
      if (first?.from === end.from && alone(text, end)) return true
      return hitsIn(end.sentence, hits(subjects)).some(
        ({ words: [, past] }) => past <= end.words[0] && end.words[0] - past <= 4,
      )
    }),
  ]
  return remarksOn(
    'says-resolved',
    claims.filter(claim => !isDenied(claim, { text, words, hits })),
    text,
  )
}

const partOf: ReadonlySet<string> = new Set(['in', 'on', 'for'])
const whole: ReadonlySet<string> = new Set(['all', 'everyone', 'everybody', 'every', 'full', 'good', 'now'])

/** Not yet, or not everywhere. */
function isDenied(claim: PhraseHit, { text, words, hits }: Pick<LintSubject, 'text' | 'words' | 'hits'>): boolean {
  const [first, past] = claim.words
  const [next, afterNext] = [text.words[past], text.words[past + 1]]
  if (next?.sentence === claim.sentence && /^\d/.test(next.text)) return true
  if (next?.sentence === claim.sentence && partOf.has(next.text) && !whole.has(afterNext?.text ?? '')) return true
  const { unless, partly } = words.resolved
  return (
    hitsIn(claim.sentence, hits(unless)).some(({ words: [from] }) => from < past && first - from <= 8) ||
    hitsIn(claim.sentence, hits(partly)).some(({ words: [from] }) => from >= past)
  )
}

/** “Resolved”, “Resolved: …” and “[Resolved]”, in front of everything else. */
function alone(text: LintSubject['text'], { sentence, to }: PhraseHit): boolean {
  const end = text.sentences[sentence]?.to ?? to
  return /^[\])*_]{0,4}\s{0,4}(?:[:.\-–—|\])]|$)/.test(text.plain.slice(to, end)) || to === end
}
