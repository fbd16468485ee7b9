/** A word as lists spell it: lower case, with a straight apostrophe. Its place is one in the whole text. */
export interface LintWord {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly sentence: number
}

export interface Sentence {
  readonly from: number
  readonly to: number
  /** Places in the list of words, the second one exclusive. */
  readonly words: readonly [number, number]
}

/** A title and a body, read once for all rules. */
export interface LintText {
  /** Title, an empty line, body. */
  readonly all: string
  readonly bodyAt: number
  /** The same length as `all`, blank where something is quoted, is code or an address: nobody claims what he quotes. */
  readonly plain: string
  readonly quotes: readonly { readonly from: number; readonly to: number }[]
  readonly words: readonly LintWord[]
  readonly sentences: readonly Sentence[]
}

/** Longer ones are more likely two inch marks than a message on a screen. */
const quoted = /"[^"\n]{1,200}"|“[^”\n]{1,200}”|„[^“”\n]{1,200}[“”]|«[^»\n]{1,200}»/g
const code = /```[^`]*```|`[^`\n]{1,200}`/g
const address = /\bhttps?:\/\/[^\s<>"')\]]{1,2000}/gi
/** Letters and digits of the scripts in use, as ranges: a class by property takes five times as long. */
const letter = '0-9A-Za-zªµºÀ-ÖØ-öø-\\u1FFF\\u2C00-\\u2DFF\\u3005-\\uD7FF\\uF900-\\uFDFF\\uFE70-\\uFEFE\\uFF10-\\uFFDC'
const words = new RegExp(`[${letter}]+(?:['’.\\-_][${letter}]+|[,:][0-9]+)*`, 'g')
const sentenceEnd = /(?<![.!?…])[.!?…]+["”“»)*_]*\s+(?=["“„«(*_[]*[\p{Lu}\p{N}])/gu
/** After which a full stop ends no sentence; after `a.m.` it does unless a zone follows. */
const abbreviated = /(?<![\p{L}\p{N}])(?:e\.g|i\.e|no|approx|vs|mr|mrs|ms|dr|st)\.\s+$/iu
const half = /(?<![\p{L}\p{N}])[ap]\.?m\.\s+$/iu
const zoneNext = /^(?:[A-Z]{2,5}|Eastern|Central|Mountain|Pacific)\b/

export function readLintText(title: string, body: string): LintText {
  const all = `${title}\n\n${body}`
  const withoutCode = blank(blank(all, code), address)
  const quotes = [...withoutCode.matchAll(quoted)].map(({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
  }))
  // The end of a quoted sentence is often the end of the one around it.
  const plain = withoutCode.replace(quoted, text => {
    const end = text.slice(-2, -1)
    const kept = text.length > 2 && (end === '.' || end === '?') ? end : ' '
    return `${text.slice(0, 1)}${' '.repeat(text.length - 3)}${kept}${text.slice(-1)}`
  })
  const ranges = sentenceRanges(plain)
  const found: LintWord[] = []
  const sentences = ranges.map(([from, to], sentence) => {
    const first = found.length
    for (const { 0: text, index } of plain.slice(from, to).matchAll(words))
      found.push({
        text: text.includes('’') ? text.toLowerCase().replaceAll('’', "'") : text.toLowerCase(),
        ...{ from: from + index, to: from + index + text.length, sentence },
      })
    return { from, to, words: [first, found.length] as const }
  })
  return { all, bodyAt: title.length + 2, plain, quotes, words: found, sentences }
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, found => found.replace(/[^\n]/g, ' '))
}

/** Where sentences are: a line of a list or a table is one of its own, a line that only was too long is none. */
function sentenceRanges(plain: string): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  const add = (from: number, to: number) => {
    if (/[\p{L}\p{N}]/u.test(plain.slice(from, to))) ranges.push([from, to])
  }
  for (const [begin, end] of paragraphs(plain)) {
    const text = plain.slice(begin, end)
    let from = begin
    for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
      const past = index + mark.length
      const before = text.slice(Math.max(0, past - 12), past)
      if (abbreviated.test(before) || (half.test(before) && zoneNext.test(text.slice(past, past + 10)))) continue
      add(from, begin + past)
      from = begin + past
    }
    add(from, end)
  }
  return ranges
}

function paragraphs(plain: string): readonly (readonly [number, number])[] {
  const all: [number, number][] = []
  let from = 0
  for (const line of plain.split('\n')) {
    const last = all.at(-1)
    const goesOn =
      last !== undefined &&
      last[1] === from - 1 &&
      continues(plain.slice(Math.max(last[0], last[1] - 40), last[1]), line)
    if (goesOn) last[1] = from + line.length
    else if (line.trim() !== '') all.push([from, from + line.length])
    from += line.length + 1
  }
  return all
}

function continues(before: string, line: string): boolean {
  return /[^.!?…:;|\s]\s{0,3}$/.test(before) && /^\s{0,3}\p{Ll}/u.test(line)
}

/** How many words a reader counts in a sentence, what is quoted in it too; an address is one. */
export function lengthIn({ all }: LintText, { from, to }: Sentence): number {
  return all
    .slice(from, to)
    .split(/\s+/)
    .filter(piece => /[\p{L}\p{N}]/u.test(piece)).length
}
