/**
 * Characters of a text as the parsers count them: code points. An emoji is one or more of them, and in UTF-16, as
 * `length` counts, mostly two.
 */
export function textLength(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)
  return text.length - (pairs?.length ?? 0)
}

/** [TX2] By how many characters a text is too long; 0 where it fits. */
export function excessOf(text: string, most: number): number {
  // There are never more code points than units: nothing needs to be counted of a text that fits anyway.
  return text.length <= most ? 0 : Math.max(0, textLength(text) - most)
}
