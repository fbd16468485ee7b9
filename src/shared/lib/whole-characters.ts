/** A family emoji has 11 units and letters with many marks more; what is longer is no character that anybody reads. */
const LONGEST_CHARACTER = 64

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** [HT3] At most `limit` units from the beginning of a text; a character that people see as one is never halved. */
export function beginningOf(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed()
  // Plain letters on both sides of the cut: there is nothing to halve.
  if (/^[ -~]{2}$/.test(text.slice(limit - 1, limit + 1))) return text.slice(0, limit).toWellFormed()
  // The start of the character around the cut can be found only from some way before it.
  const from = Math.max(0, limit - LONGEST_CHARACTER)
  const around = text.slice(from, limit + LONGEST_CHARACTER)
  const before = segments.segment(around).containing(limit - from)?.index ?? 0
  const cut = before === 0 && from > 0 ? limit : from + before
  return text.slice(0, cut).toWellFormed()
}

/** [HT3] As `beginningOf`, with `…` where something was cut off; not longer than `limit` with it. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text.toWellFormed() : `${beginningOf(text, limit - 1).trimEnd()}…`
}

/** [HT3] The first character of a text, as people count them; empty for none. */
export function firstCharacter(text: string): string {
  return segments.segment(text.slice(0, LONGEST_CHARACTER)).containing(0)?.segment ?? ''
}
