/**
 * [PA1] How well a query fits a text; higher is better, undefined when its letters do not stand in the text in this
 * order. Letters at the beginnings of words and letters that stand together count more, and a short text before a long
 * one: "sev1" finds "Change the severity to SEV-1", "pay" finds "Payments fail" before "Copy all".
 */
export function fitness(query: string, text: string): number | undefined {
  const letters = [...plain(query)].filter(letter => letter !== ' ')
  const words = plain(text)
  let best: number | undefined
  // The first letter may stand in several places; the rest follows as near as it can.
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

/** The next word that begins with it, else the next place where it stands at all. */
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
