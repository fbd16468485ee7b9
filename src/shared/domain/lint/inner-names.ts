import type { Remark } from './lint-finding'
import type { LintSubject } from './lint-rule'
import type { LintText } from './lint-text'
import type { InnerNames } from './lint-words'

const dotted = /(?<![\w.@-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z][a-z0-9-]{0,61}[a-z0-9](?![\w-])/gi
const ipv4 = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g
/** A version of four numbers: “firmware 10.4.2.0”. Others that begin like it are of the same thing. */
const released =
  /\b(?:version|firmware|release|build|update|patch|v|driver|app)s?\s?(\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\d)/gi
const branchOf = (version: string) => version.split('.').slice(0, 2).join('.')
/** A server with its database or share, as Windows writes them: `FS01\REPORTS`, `\\files\finance`. */
const windows = /(?<![\w\\:.])(?:\\\\[\w-]{2,40}|(?=[A-Z-]{0,40}\d)[A-Z][A-Z0-9-]{2,40})\\[A-Z][\w$-]{1,40}/g
/** Unique local and link-local addresses. */
const ipv6 = /(?<![\w:])(?:f[cd][0-9a-f]{2}|fe80):[0-9a-f:]{2,40}/gi
/** A name of one piece for a machine: `db-primary-02`, `web01`. */
const machine = /(?<![\w.@/-])(?=[a-z0-9-]{0,60}\d)[a-z][a-z0-9]{0,40}(?:-[a-z0-9]{1,40}){0,8}(?![\w-]|\.[a-z0-9])/gi

/** [LN6] Machines and addresses that only exist inside. Those that customers type, and those that the team lists, are none. */
export function internalHostRemarks({ text, words }: LintSubject): readonly Remark[] {
  const { all } = text
  const releases = new Set([...all.matchAll(released)].map(([, version = '']) => branchOf(version)))
  const found = [
    ...[...all.matchAll(dotted)].filter(([host]) => isInner(host.toLowerCase(), words.inside)),
    ...[...all.matchAll(machine)].filter(([name]) => isMachine(name.toLowerCase(), words.inside)),
    ...[...all.matchAll(ipv4)].filter(
      ({ 0: address, index, ...numbers }) =>
        !releases.has(branchOf(address)) && isPrivate([numbers[1], numbers[2], numbers[3], numbers[4]].map(Number)),
    ),
    ...all.matchAll(windows),
    ...all.matchAll(ipv6),
  ]
  const places = found.sort((a, b) => a.index - b.index)
  return places.map(({ 0: words, index: from }) => ({
    ...{ rule: 'internal-host', from, to: from + words.length },
    values: { words },
  }))
}

function isInner(host: string, { endings, labels, tools, machines, public: open }: InnerNames): boolean {
  if (open.some(one => host === one || host.endsWith(`.${one}`))) return false
  if (endings.some(ending => host.endsWith(`.${ending}`))) return true
  const [first = '', ...rest] = host.split('.')
  if (rest.length < 2) return false
  if (labels.has(first) || rest.slice(0, -2).some(label => labels.has(label))) return true
  return tools.has(first) || isMachine(first, { machines })
}

function isMachine(name: string, { machines }: Pick<InnerNames, 'machines'>): boolean {
  const pieces = name.split('-')
  const last = pieces.at(-1) ?? ''
  // A last piece without a digit is a region or a pod's letters: `ip-10-0-3-7`, `api-7d9f8b6c5-x2x4q` have one somewhere.
  if (/^ip(?:-\d{1,3}){4}$/.test(name) || /^[a-z0-9-]{2,40}-[a-f0-9]{8,10}-[a-z0-9]{5}$/.test(name)) return true
  if (pieces.length === 1) return machines.has(name.replace(/\d{2,4}[a-z]?$/, '')) && /\d{2,4}[a-z]?$/.test(name)
  // Four digits and one piece are a model: VM-2200.
  if (pieces.length === 2 && /^\d{4}$/.test(last)) return false
  if (!/^\d{1,4}[a-z]?$|^[a-z]{1,12}\d{1,4}$/.test(last)) return false
  return pieces.some(piece => machines.has(piece.replace(/\d+$/, '')))
}

/** Routers at home answer there: customers are told to type them. */
const atHome: ReadonlySet<string> = new Set(['0.1', '1.1', '2.1', '178.1'])

function isPrivate(numbers: readonly number[]): boolean {
  const [a = 0, b = 0] = numbers
  if (numbers.some(number => number > 255)) return false
  return (
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168 && !atHome.has(numbers.slice(2).join('.'))) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  )
}

const numbered = /(?<![\w/-])([A-Z]{2,10})-?(\d{2,8})(?!\w|-\d|\.\d)/g
const counted = /(?<!\w)#\d{2,8}(?!\w)/g
const alone = /[([]$/

/** Where the sentence begins; of a list's item the sentence that introduces the list. */
function beginOf({ sentences, all }: LintText, at: number): number {
  const own = sentences.findLastIndex(({ from }) => from <= at)
  const isItem = (sentence: number) => {
    const from = sentences[sentence]?.from ?? 0
    return /[-*•]\s+$/.test(all.slice(Math.max(0, from - 4), from)) || /^\s*[-*•]\s/.test(all.slice(from, from + 6))
  }
  let begin = own
  while (begin > 0 && isItem(begin)) begin -= 1
  return sentences[begin]?.from ?? 0
}

/**
 * [LN7] Numbers of trackers that customers cannot open: a prefix of a tracker, a word such as “ticket” before it, or alone
 * in brackets. What is shown to customers (an error, a flight, a form) has such numbers too and is none.
 */
export function ticketRemarks({ text, words, hits }: LintSubject): readonly Remark[] {
  const { tracked, shown, trackers, standards } = words.inside
  const near = (list: typeof tracked, at: number, span: number) =>
    hits(list).some(({ from, to }) => to <= at && to > at - span && from >= beginOf(text, at))
  const found = [...text.plain.matchAll(numbered)]
  // Errors of one kind share their letters: where one is called an error, the next line's is one too.
  const errors = new Set(found.filter(({ index }) => near(shown, index, 60)).map(([, prefix]) => prefix))
  const ids = found.filter(({ 0: id, 1: prefix = '', 2: digits = '', index }) => {
    const before = near(tracked, index, 24)
    if (standards.has(prefix) || (errors.has(prefix) && !before)) return false
    if (before && !near(shown, index, 12)) return true
    if (!id.includes('-')) return trackers.has(prefix) && digits.length >= 4
    const bracketed =
      alone.test(text.plain.slice(0, index).slice(-1)) && /^[)\]]/.test(text.plain.slice(index + id.length))
    return trackers.has(prefix) || bracketed || digits.length >= 4
  })
  const counts = [...text.plain.matchAll(counted)].filter(({ index }) => near(tracked, index, 24))
  // Letters that no list has are asked about only: they may be of anything.
  const isSure = (prefix = '', at: number) => trackers.has(prefix) || near(tracked, at, 24)
  return [...ids, ...counts].map(({ 0: id, 1: prefix, index: from }) => ({
    ...{ rule: 'ticket-id', from, to: from + id.length },
    ...{ level: isSure(prefix, from) ? 'blocks' : 'asks', values: { words: id } },
  }))
}
