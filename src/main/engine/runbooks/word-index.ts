/**
 * [RN7] Which texts have which words, as three flat parts that a thread hands over at once. `words` are sorted, one on a
 * line; word number N is in the texts `texts[starts[N]]` up to `texts[starts[N + 1]]`.
 */
export interface WordIndex {
  readonly words: string
  readonly starts: Uint32Array
  readonly texts: Uint32Array
}

const LONGEST_WORD = 40

/** Without accents and case. Most texts are plain ASCII, for which taking letters apart would take most of the time. */
export function wordsIn(text: string): readonly string[] {
  const small = text.toLowerCase()
  const found = !/[^ -~\s]/.test(small)
    ? small.match(/[a-z0-9]+/g)
    : small
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .match(/[\p{L}\p{N}]+/gu)
  return (found ?? []).map(word => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word))
}

export function buildWordIndex(texts: readonly string[]): WordIndex {
  const places = new Map<string, number[]>()
  for (const [at, text] of texts.entries()) {
    for (const word of new Set(wordsIn(text))) {
      const list = places.get(word)
      if (list === undefined) places.set(word, [at])
      else list.push(at)
    }
  }
  const words = [...places.keys()].sort()
  const starts = new Uint32Array(words.length + 1)
  const flat: number[] = []
  for (const [number, word] of words.entries()) {
    starts[number] = flat.length
    for (const at of places.get(word) ?? []) flat.push(at)
  }
  starts[words.length] = flat.length
  return { words: words.join('\n'), starts, texts: Uint32Array.from(flat) }
}

/** Looks into one index. A search takes the words that begin with what was typed, found by halving. */
export function openWordIndex({ words, starts, texts }: WordIndex): (typed: string) => readonly number[] {
  const list = words === '' ? [] : words.split('\n')

  function withWord(begin: string): Set<number> {
    const found = new Set<number>()
    for (let at = firstFrom(list, begin); list[at]?.startsWith(begin) === true; at += 1) {
      for (let place = starts[at] ?? 0; place < (starts[at + 1] ?? 0); place += 1) found.add(texts[place] ?? 0)
    }
    return found
  }

  return typed => {
    const [first, ...others] = wordsIn(typed).map(withWord)
    return [...(first ?? [])].filter(text => others.every(other => other.has(text))).sort((a, b) => a - b)
  }
}

/** The first word that does not come before `begin`. */
function firstFrom(list: readonly string[], begin: string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? '') < begin) low = middle + 1
    else high = middle
  }
  return low
}
