/** Overrides and embeddings of the writing direction, which let a text show other words than it has. Marks for one letter stay. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g

/** One line of a vendor's text: no control characters, single spaces, at most `limit` characters. */
export function plainLine(text: string, limit: number): string {
  // A storm has half a million labels, nearly all of which are plain already.
  if (text.length <= limit && /^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text
  return cut(
    text
      .slice(0, limit * 4)
      .replace(TURNS, '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
    limit,
  )
}

/** A vendor's text of several lines: no control characters but line breaks, at most `limit` characters. */
export function plainText(text: string, limit: number): string {
  const lines = text
    .slice(0, limit * 4)
    .replace(TURNS, '')
    .replace(/\r\n?/g, '\n')
  return cut(lines.replace(/[^\P{Cc}\n]+/gu, ' ').trim(), limit)
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed()
  // Without the half of a character that the cut may have left.
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`.toWellFormed()
}
