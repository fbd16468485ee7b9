import { type CustomerReport, LONGEST_SOURCE, type ReportWords } from '../../../shared/domain/customer-reports'
import { texts } from '../../../shared/texts/texts'

/** The sources that earlier reports name. */
export type ReportSource = Pick<CustomerReport, 'source' | 'retracted'>

/** [CR6] The sources of the current reports, the newest first, then the usual sources. */
export function reportSources(reports: readonly ReportSource[]): readonly string[] {
  const known = new Map<string, string>()
  const standing = reports.flatMap(({ source, retracted }) => (retracted === null ? [source] : []))
  for (const source of [...standing.reverse(), ...texts.scribe.strategy.sources])
    if (source !== '' && !known.has(plain(source))) known.set(plain(source), source)
  return [...known.values()]
}

/**
 * [CR6] Parses what follows `!report`: `support x12 "cannot pay"`, `social media: cannot pay`, `cannot pay x3`.
 * @param sources one of these, of one word or several, counts as the source without another sign
 */
export function readReport(typed: string, sources: readonly string[]): ReportWords {
  for (const found of typed.matchAll(counted)) {
    const [sign, first, second] = found
    const count = Number((first ?? second ?? '1').normalize('NFKC'))
    const before = typed.slice(0, found.index).trim()
    const after = typed.slice(found.index + sign.length).trim()
    const said = around(before, after, first === undefined, sources)
    if (said !== undefined) return { ...said, count }
  }
  return { ...withSource(typed, sources), count: 1 }
}

/** [CR6] The number in `23 support tickets` and `support 12: cannot order`, which may be meant as a count and is none. */
export function countMeant(typed: string): string | undefined {
  const [, first, second] = bareNumber.exec(typed) ?? []
  return first ?? second
}

const bareNumber = /^(?:([1-9１-９][\d０-９]{0,5})(?=\s|$)|[^:：\d]{1,60}\s([1-9１-９][\d０-９]{0,5})[:：](?:\s|$))/u

/** `x12`, `12x`, `×12`, in full width too; zero and a million are no count. */
const counted = /(?:^|\s)(?:[x×*＊ｘ]([1-9１-９][\d０-９]{0,5})|([1-9１-９][\d０-９]{0,5})[x×ｘ])(?=[\s:,]|$)[:,]?/giu

/**
 * The text around a number; undefined: the number is in the middle of a sentence, and part of it.
 * @param isTimes it is written as `10x`, which people also write for ten times as slow
 */
function around(
  before: string,
  after: string,
  isTimes: boolean,
  sources: readonly string[],
): Omit<ReportWords, 'count'> | undefined {
  if (before === '') return withSource(after, sources)
  const said = before.replace(/[:：,]$/u, '').trim()
  if (after === '') return isKnown(said, sources) ? { source: said, text: '' } : withSource(before, sources)
  const hasColon = /[:：]$/u.test(before)
  if (isSource(said, sources, !isTimes || hasColon)) return { source: unquoted(said), text: unquoted(after) }
  return hasColon || (!isTimes && /[:：]\s/u.test(before)) ? withSource(before, sources, after) : undefined
}

/** All of it is the source: in quotes, known, or one word where a sign marks it. */
function isSource(said: string, sources: readonly string[], byWord: boolean): boolean {
  const bare = unquoted(said)
  if (bare === '' || bare.length > LONGEST_SOURCE) return false
  return bare !== said || isKnown(bare, sources) || (byWord && !/\s/.test(bare))
}

/** `support: cannot pay`, or `support cannot pay` if support is a known source. */
function withSource(typed: string, sources: readonly string[], more = ''): Omit<ReportWords, 'count'> {
  const text = (rest: string) => unquoted(`${rest} ${more}`.trim())
  const [sign, said = ''] = /^([^:：]+)[:：](?=\s|$)/u.exec(typed) ?? []
  if (sign !== undefined && isSource(said.trim(), sources, true))
    return { source: unquoted(said.trim()), text: text(typed.slice(sign.length).trim()) }
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
