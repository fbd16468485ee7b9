import type { InlineText } from './blocks'

/** A line of a document as text without any markup: for formats that have none. */
export function inlineWords(line: InlineText): string {
  return line
    .map(piece => {
      if (typeof piece === 'string') return piece
      if ('typed' in piece) return piece.typed
      if ('at' in piece) return piece.shown
      if ('small' in piece) return `(${inlineWords(piece.small)})`
      if ('strong' in piece) return inlineWords(piece.strong)
      return piece.link
    })
    .join('')
}
