import type { ReactNode } from 'react'

/** A text with each place at which one of the words stands marked. Words are lower case. */
export function marked(text: string, words: readonly string[]): ReactNode {
  if (words.length === 0) return text
  const lower = text.toLowerCase()
  // A letter whose lower case is longer would shift the places: then nothing is marked, and the line is found all the same.
  if (lower.length !== text.length) return text
  const parts: ReactNode[] = []
  let from = 0
  for (const { at, length } of places(lower, words)) {
    if (at < from) continue
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + length)}</mark>)
    from = at + length
  }
  return parts.length === 0 ? text : [...parts, text.slice(from)]
}

/** In the order of the text, the longer one first where two begin at one letter. */
function places(lower: string, words: readonly string[]) {
  const found = words.flatMap(word => {
    const all: { readonly at: number; readonly length: number }[] = []
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      all.push({ at, length: word.length })
    }
    return all
  })
  return found.sort((a, b) => a.at - b.at || b.length - a.length)
}
