/**
 * Characters that change how text around them looks or that a terminal obeys: C0 and C1 controls but tab and line
 * feed, and the marks that reorder text (embeddings, overrides, isolates). Source: Unicode Bidirectional Algorithm
 * (UAX #9) and the "Trojan Source" paper (Boucher and Anderson, 2021).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Makes them visible, so that a reader sees that something was hidden: `⟨U+202E⟩`. */
export function showControls(text: string): string {
  return lineFeeds(text).replace(controls, character => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** Takes them out, where customers would only see them as dirt. */
export function dropControls(text: string): string {
  return lineFeeds(text).replace(controls, '')
}

/** CRLF and a lone CR are ends of lines, no hidden characters. */
function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
