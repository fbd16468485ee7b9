/** More than any sum of single letters: a match at the beginnings of words wins over letters found anywhere. */
const BEGINS = 1_000
const BEGINS_OTHER = 500

/**
 * [PA1] How well a query matches a text; higher is better, undefined when it does not match. Best is a text in which
 * each typed word begins a word of its own, in this order. Next is a match on its other words (`more`). Last is a text
 * that has the letters in this order, where letters at the beginning of a word and adjacent letters count more. Of
 * equals, the one that matches nearer to its beginning wins, then the shorter: "sev1" finds "Change the severity to
 * SEV-1", "set" finds "Settings" before "Status page: components", "colour" finds "Theme" by its other words.
 */
export function fitness(query: string, text: string, more = ''): number | undefined {
  const typed = wordsOf(query)
  const begun = typed.length === 0 ? undefined : beginnings(typed, wordsOf(text))
  const scattered = scatteredFitness(query, text)
  if (begun !== undefined) return BEGINS - begun + (scattered ?? 0) / 100
  if (typed.length > 0 && more !== '' && typed.every(word => wordsOf(more).some(other => other.startsWith(word))))
    return BEGINS_OTHER - text.length / 200
  return scattered
}

/** Index of the first typed word; undefined unless each begins a word after the one before. */
function beginnings(typed: readonly string[], words: readonly string[]): number | undefined {
  let [first, at] = [-1, -1]
  for (const word of typed) {
    at = words.findIndex((other, index) => index > at && other.startsWith(word))
    if (at < 0) return undefined
    if (first < 0) first = at
  }
  return first
}

function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

function scatteredFitness(query: string, text: string): number | undefined {
  const letters = [...plain(query)].filter(letter => letter !== ' ')
  const words = plain(text)
  let best: number | undefined
  // The first letter may occur in several places; the rest is matched as near to it as possible.
  for (let start = words.indexOf(letters[0] ?? ''); start >= 0 && letters.length > 0; ) {
    const score = fitFrom(letters, words, start)
    if (score !== undefined && (best === undefined || score > best)) best = score
    start = words.indexOf(letters[0] ?? '', start + 1)
  }
  if (letters.length === 0) return 0
  return best === undefined ? undefined : best - words.length / 200
}

function fitFrom(letters: readonly string[], words: string, start: number): number | undefined {
  let [at, score] = [start - 1, 0]
  for (const letter of letters) {
    const beside = words[at + 1] === letter && at >= start
    const next = beside ? at + 1 : nextOf(letter, words, at + 1)
    if (next < 0) return undefined
    score += (beside ? 3 : 0) + (isWordStart(words, next) ? 4 : 0) - (beside ? 0 : Math.min(3, (next - at - 1) / 8))
    at = next
  }
  return score
}

/** The next word that begins with the letter, else its next occurrence anywhere. */
function nextOf(letter: string, words: string, from: number): number {
  for (let at = words.indexOf(letter, from); at >= 0; at = words.indexOf(letter, at + 1)) {
    if (isWordStart(words, at)) return at
  }
  return words.indexOf(letter, from)
}

function isWordStart(words: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(words[at - 1] ?? '')
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
