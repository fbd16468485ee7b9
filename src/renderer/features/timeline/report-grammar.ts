import { LONGEST_SOURCE, type ReportWords } from '../../../shared/domain/customer-reports'
import { texts } from '../../../shared/texts/texts'

/** [CR6] Where reports came from before, the newest first, then what is usual. */
export function reportSources(reports: readonly Pick<ReportWords, 'source'>[]): readonly string[] {
  const known = new Map<string, string>()
  for (const source of [...reports.map(report => report.source).reverse(), ...texts.scribe.strategy.sources])
    if (source !== '' && !known.has(plain(source))) known.set(plain(source), source)
  return [...known.values()]
}

/**
 * [CR6] Reads what follows `!report`: `support x12 "cannot pay"`, `social media: cannot pay`, `cannot pay x3`.
 * @param sources a word or several that are one of these are where it came from, without another sign
 */
export function readReport(typed: string, sources: readonly string[]): ReportWords {
  const found = counted.exec(typed)
  if (found === null) return { ...withSource(typed, sources), count: 1 }
  const [sign, first, second] = found
  const count = Number((first ?? second ?? '1').normalize('NFKC'))
  const [before, after] = [typed.slice(0, found.index).trim(), typed.slice(found.index + sign.length).trim()]
  if (before === '') return { ...withSource(after, sources), count }
  const source = sourceOf(before, sources)
  if (source !== undefined && (after !== '' || isKnown(source, sources)))
    return { source, text: unquoted(after), count }
  if (after === '' || before.includes(':')) return { ...withSource(before, sources, after), count }
  // A number in the midst of a sentence belongs to it.
  return { ...withSource(typed, sources), count: 1 }
}

/** `x12`, `12x`, `×12`, in full width too; none and a million are no count. */
const counted = /(?:^|\s)(?:[x×*＊ｘ]([1-9１-９][\d０-９]{0,5})|([1-9１-９][\d０-９]{0,5})[x×ｘ])(?=[\s:,]|$)[:,]?/iu

/** All of it is where it came from: one word, one in quotes, or one that is known. */
function sourceOf(said: string, sources: readonly string[]): string | undefined {
  const bare = unquoted(said.replace(/[:：,]$/u, '').trim())
  if (bare === '' || bare.length > LONGEST_SOURCE) return undefined
  return !/\s/.test(bare) || bare !== said || isKnown(bare, sources) ? bare : undefined
}

/** `support: cannot pay`, or `support cannot pay` where support is known. */
function withSource(typed: string, sources: readonly string[], more = ''): Omit<ReportWords, 'count'> {
  const text = (rest: string) => unquoted(`${rest} ${more}`.trim())
  const [sign, said = ''] = /^((?:[^\s:：]+\s+){0,2}[^\s:：]+)[:：](?=\s|$)/u.exec(typed) ?? []
  if (sign !== undefined && said.length <= LONGEST_SOURCE)
    return { source: unquoted(said), text: text(typed.slice(sign.length).trim()) }
  const known = sources
    .filter(source => isBegunBy(typed, source))
    .reduce((longest, source) => (source.length > longest.length ? source : longest), '')
  return { source: known, text: text(typed.slice(known.length).trim()) }
}

function isBegunBy(typed: string, source: string): boolean {
  const begun = typed.slice(0, source.length)
  return plain(begun) === plain(source) && /^(?:\s|$)/.test(typed.slice(source.length))
}

function isKnown(said: string, sources: readonly string[]): boolean {
  return sources.some(source => plain(source) === plain(said))
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

const quotes = /^(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|'([^']*)')$/su

function unquoted(text: string): string {
  const inner = quotes
    .exec(text)
    ?.slice(1)
    .find(part => part !== undefined)
  return inner === undefined ? text : inner.trim()
}
