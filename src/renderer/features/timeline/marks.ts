/** A part of a line's text: plain, or one of the marks in it. */
export interface TextPart {
  readonly text: string
  readonly mark: 'person' | 'tag' | null
}

/** Matches `@` followed by a known full name; null: no known name has more than one word. */
export type NamesPattern = RegExp | null

const signs = '@\uff20'
const begins = String.raw`(?<=^|[\s(,;:\p{P}])`
/** Letters with their combining marks, digits, and what joins the parts of a name. */
const letters = String.raw`\p{L}\p{M}\p{N}\u200c\u200d`
const word = String.raw`\p{L}[${letters}._'\u2019\u00b7\u30fb-]*`
const anyMark = new RegExp(`${begins}([${signs}#\uff03])(${word})`, 'gu')
/** Scripts that write words without spaces between them: what follows a name may be the next word. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u

/**
 * [ME1] A name of several words is one mention if the person is known: in any Unicode composition, in any case, with
 * spaces or dots between its words.
 */
export function namesPattern(names: readonly string[]): NamesPattern {
  const wanted = names.filter(name => /\s/.test(name.trim()) || unspaced.test(name))
  if (wanted.length === 0) return null
  const either = wanted
    .flatMap(name => [...new Set([name.normalize('NFC'), name.normalize('NFD')])])
    .sort((a, b) => b.length - a.length)
    .map(name => {
      const words = name.trim().split(/\s+/).map(escaped).join(String.raw`[\s\u00a0.]+`)
      return unspaced.test(name) ? words : `${words}(?![${letters}])`
    })
  return new RegExp(`${begins}[${signs}](?:${either.join('|')})`, 'giu')
}

/** Splits a text at its `@person` and `#tag`; the parts joined are the text. */
export function partsOf(text: string, names: NamesPattern = null): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { at, text: found, mark } of marksIn(text, names)) {
    if (at < from) continue
    if (at > from) parts.push({ text: text.slice(from, at), mark: null })
    parts.push({ text: found, mark })
    from = at + found.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), mark: null })
  return parts
}

/** In their order; a full name before the one word that begins it. */
function marksIn(text: string, names: NamesPattern) {
  const whole = names === null ? [] : [...text.matchAll(names)]
  const named = whole.map(found => ({ at: found.index, text: found[0], mark: 'person' as const }))
  const single = [...text.matchAll(anyMark)].map(found => {
    const mark = signs.includes(found[1] ?? '') ? ('person' as const) : ('tag' as const)
    return { at: found.index, text: bare(found[0]), mark }
  })
  return [...named, ...single].sort((a, b) => a.at - b.at)
}

/** Names and tags in a text, as `handleOf` has them in lower case, without their signs. */
export function mentions(
  text: string,
  names: NamesPattern = null,
): { readonly people: readonly string[]; readonly tags: readonly string[] } {
  if (!/[@#\uff20\uff03]/.test(text)) return none
  const parts = partsOf(text, names)
  const of = (mark: TextPart['mark']) =>
    parts.filter(part => part.mark === mark).map(part => handleOf(part.text.slice(1)).toLowerCase())
  return { people: of('person'), tags: of('tag') }
}

const none = { people: [], tags: [] }

/** A person's name as a mark in a line: `Ada Park` → `Ada.Park`. */
export function handleOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, '.')
}

/** The full stop at the end of a sentence is not part of the name. */
function bare(mark: string): string {
  return mark.replace(/[._'\u2019\u00b7\u30fb-]+$/, '')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
