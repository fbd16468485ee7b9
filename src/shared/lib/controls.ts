/**
 * [HT2] Characters that are not seen and change what is. Sources: Unicode Bidirectional Algorithm (UAX #9), Unicode
 * Security Mechanisms (UTS #39), the "Trojan Source" paper (Boucher and Anderson, 2021). Marks for one letter, which
 * Arabic and Hebrew need, joiners inside words of scripts that join, and those of emoji deceive nobody and stay.
 */

/** What a terminal obeys or a line ends at, but tab and line feed; overrides; fillers that look like a space; halves of characters. */
const alwaysHidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u115f\u1160\u180e\u2028\u2029\u202d\u202e\u206a-\u206f\u3164\uffa0\ufff9-\ufffb\ud800-\udfff]/gu
/** Between letters that never join they make two words that look alike; three in a row spell something. */
const zeroWidth =
  /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}])[\u200b-\u200d\u2060-\u2064\ufeff]+(?=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}])|[\u200b-\u200d\u2060-\u2064\ufeff]{3,}/gu
/** Letters that nobody sees and programs read; flags of England, Scotland and Wales are made of some. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu
/** One makes an emoji of a sign, or another form of a character; several in a row are letters in disguise. */
const selectors = /(?:[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]){2,}/gu
/** Embeddings and isolates of a writing direction, and their ends. */
const turns = /[\u202a-\u202c\u2066-\u2069]/g
const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u

/** Most texts are ASCII, which is checked at a fraction of the cost of the classes below. */
const beyondPlain = /[^\t\n -~]/

/** Nearly every text is without any of them. */
const maybe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u115f\u1160\u180e\u200b-\u200d\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e00ff}]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u

/** Makes them visible, so that a reader sees that something was hidden: `⟨U+202E⟩`. */
export function showControls(text: string): string {
  return withHidden(text, hidden => [...hidden].map(shown).join(''))
}

/** Takes them out, where customers would only see them as dirt; also where they have been made visible before. */
export function dropControls(text: string): string {
  return withHidden(text, () => '').replace(/⟨U\+[0-9A-F]{4,5}⟩|[\u2060\ufeff]/g, '')
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

function withHidden(text: string, by: (hidden: string) => string): string {
  if (!beyondPlain.test(text) || !maybe.test(text)) return text
  return lineFeeds(text)
    .split('\n')
    .map(line => lineWith(line, by))
    .join('\n')
}

function lineWith(line: string, by: (hidden: string) => string): string {
  const open = openTurns(line)
  return line
    .replace(turns, (turn, at: number) => (open.has(at) ? by(turn) : turn))
    .replace(zeroWidth, by)
    .replace(tags, (tag, flag: string | undefined) => flag ?? by(tag))
    .replace(selectors, by)
    .replace(alwaysHidden, by)
}

/**
 * Turns that reach beyond what they are for: those without their end in the line, and those from right to left around
 * words that are not.
 */
function openTurns(line: string): ReadonlySet<number> {
  const deceiving = new Set<number>()
  const begun: { readonly at: number; readonly isIsolate: boolean }[] = []
  for (const { 0: turn, index: at } of line.matchAll(turns)) {
    const isEnd = turn === '\u202c' || turn === '\u2069'
    if (!isEnd) begun.push({ at, isIsolate: turn >= '\u2066' })
    const last = isEnd ? begun.at(-1) : undefined
    if (!isEnd) continue
    if (last === undefined || last.isIsolate !== (turn === '\u2069')) {
      deceiving.add(at)
      continue
    }
    begun.pop()
    const isTurned = line.charAt(last.at) === '\u202b' || line.charAt(last.at) === '\u2067'
    if (isTurned && !rightToLeft.test(line.slice(last.at, at))) deceiving.add(last.at).add(at)
  }
  for (const { at } of begun) deceiving.add(at)
  return deceiving
}

/** CRLF and a lone CR are ends of lines, no hidden characters. */
function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
