/** A part of a line's text: plain, or one of the marks that people write in it. */
export interface TextPart {
  readonly text: string
  readonly mark: 'person' | 'tag' | null
}

const markPattern = /(?<=^|[\s(,;:])([@#])(\p{L}[\p{L}\p{N}._-]*)/gu

/** Splits a text at its `@person` and `#tag`; the parts joined are the text. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const found of text.matchAll(markPattern)) {
    const word = bare(found[0])
    if (found.index > from) parts.push({ text: text.slice(from, found.index), mark: null })
    parts.push({ text: word, mark: found[1] === '@' ? 'person' : 'tag' })
    from = found.index + word.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), mark: null })
  return parts
}

/** Names and tags in a text, lower case, without their signs. */
export function mentions(text: string): { readonly people: readonly string[]; readonly tags: readonly string[] } {
  if (!text.includes('@') && !text.includes('#')) return none
  const parts = partsOf(text)
  const of = (mark: TextPart['mark']) =>
    parts.filter(part => part.mark === mark).map(part => part.text.slice(1).toLowerCase())
  return { people: of('person'), tags: of('tag') }
}

const none = { people: [], tags: [] }

/** How a person is written in a line: `Ada Park` → `Ada.Park`. */
export function handleOf(name: string): string {
  return name.trim().replace(/\s+/g, '.')
}

/** The stop at the end of a sentence is none of the name. */
function bare(word: string): string {
  return word.replace(/[._-]+$/, '')
}
