import { type Severity, severities } from '../severity'
import { type ArchiveQuestion, everything, MOST_TERMS, type SoughtText } from './archive-question'
import { type Calendar, type Period, periodNamed } from './named-days'

export const facets = ['person', 'service', 'alert', 'sev', 'status', 'from', 'to', 'on'] as const
/** What a word before a colon asks for. */
export type Facet = (typeof facets)[number]

const facetNames: Readonly<Record<string, Facet>> = {
  ...{ person: 'person', people: 'person', who: 'person', by: 'person', ic: 'person' },
  ...{ service: 'service', services: 'service', alert: 'alert', alerts: 'alert' },
  ...{ sev: 'sev', severity: 'sev', status: 'status', is: 'status' },
  ...{ from: 'from', since: 'from', after: 'from', to: 'to', until: 'to', before: 'to', on: 'on', in: 'on' },
}

/** A part of what was typed, with its place in it. */
export interface QueryPart {
  readonly from: number
  readonly to: number
  /** Null: a word or a phrase. */
  readonly facet: Facet | null
  readonly value: string
  readonly quoted: boolean
  /** Quotes were opened and not closed: it is still being typed. */
  readonly unclosed: boolean
}

/** [AV2] What of the typed text is not understood, and where it stands. */
export interface QueryFlaw {
  readonly from: number
  readonly to: number
  /** `filter`: the word before the colon is `meant`, but misspelt. `backwards`: it ends before it begins. */
  readonly flaw: 'severity' | 'status' | 'day' | 'filter' | 'empty' | 'backwards' | 'many'
  readonly value: string
  readonly meant?: Facet | undefined
}

export interface ReadQuery {
  readonly question: ArchiveQuestion
  /** Empty: all of it was understood. */
  readonly flaws: readonly QueryFlaw[]
}

/** [AV2] Reads what was typed into the archive's field: words, "phrases", and filters as `service:checkout`. */
export function readArchiveQuery(typed: string, calendar: Calendar): ReadQuery {
  const parts = queryParts(typed)
  const flaws: QueryFlaw[] = []
  let question = everything
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1
    const taken = part.facet === null ? withWord(question, part) : withFacet(question, part, part.facet, calendar)
    if ('flaw' in taken) {
      // Whoever has typed `from:` goes on.
      if (taken.flaw !== 'empty' || !isLast) flaws.push({ from: part.from, to: part.to, value: part.value, ...taken })
    } else question = taken
  }
  const { from, to } = question
  const end = parts.findLast(({ facet }) => facet === 'to' || facet === 'from' || facet === 'on')
  if (from !== null && to !== null && to <= from && end !== undefined)
    flaws.push({ from: end.from, to: end.to, flaw: 'backwards', value: end.value })
  return { question, flaws }
}

type Taken = ArchiveQuestion | Pick<QueryFlaw, 'flaw' | 'meant'>

function withWord(question: ArchiveQuestion, part: QueryPart): Taken {
  const { value, quoted, unclosed } = part
  const meant = quoted ? undefined : misspelt(value)
  if (meant !== undefined) return { flaw: 'filter', meant }
  return withTerm(question, 'words', { text: value, whole: quoted && !unclosed })
}

function withTerm(
  question: ArchiveQuestion,
  list: 'words' | 'people' | 'services' | 'alerts',
  term: SoughtText,
): Taken {
  if (question[list].length >= MOST_TERMS) return { flaw: 'many' }
  return { ...question, [list]: [...question[list], term] }
}

const listOf = { person: 'people', service: 'services', alert: 'alerts' } as const

function withFacet(question: ArchiveQuestion, { value }: QueryPart, facet: Facet, calendar: Calendar): Taken {
  if (value.trim() === '') return { flaw: 'empty' }
  switch (facet) {
    case 'person':
    case 'service':
    case 'alert':
      return withTerm(question, listOf[facet], { text: value, whole: false })
    case 'sev': {
      const named = severitiesNamed(value)
      return named === undefined ? { flaw: 'severity' } : { ...question, severities: named }
    }
    case 'status': {
      const status = statusNamed(value)
      return status === undefined ? { flaw: 'status' } : { ...question, status }
    }
    default: {
      const period = periodNamed(value, calendar)
      return period === undefined ? { flaw: 'day' } : { ...question, ...limits(facet, period) }
    }
  }
}

/** Until a day means until its end. */
function limits(facet: 'from' | 'to' | 'on', { from, to }: Period): Partial<ArchiveQuestion> {
  if (facet === 'from') return { from }
  return facet === 'to' ? { to } : { from, to }
}

function statusNamed(value: string): ArchiveQuestion['status'] | undefined {
  const word = value.toLowerCase()
  if (['open', 'running', 'active'].includes(word)) return 'open'
  return ['ended', 'resolved', 'closed', 'over'].includes(word) ? 'ended' : undefined
}

/** `1`, `sev1`, `SEV-1`, `1,3` and `1-2`. */
function severitiesNamed(value: string): readonly Severity[] | undefined {
  const plain = value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s]|sev-?/g, '')
  const levels = plain.split(',').map(part => {
    const [, first, last = first] = /^([1-4])(?:[-–]([1-4]))?$/.exec(part) ?? []
    return first === undefined ? undefined : severities.slice(Number(first) - 1, Number(last))
  })
  if (levels.some(some => some === undefined || some.length === 0)) return undefined
  return severities.filter(severity => levels.some(some => some?.includes(severity)))
}

const quotes = /["“”„«»＂]/

/** What was typed, in parts: each word, each phrase in quotes, each filter with its value. */
export function queryParts(typed: string): readonly QueryPart[] {
  const parts: QueryPart[] = []
  let at = 0
  while (at < typed.length) {
    if (/\s/.test(typed.charAt(at))) {
      at += 1
      continue
    }
    const part = partAt(typed, at)
    parts.push(part)
    at = part.to
  }
  return parts
}

function partAt(typed: string, from: number): QueryPart {
  const [named = '', name = ''] = /^(\p{L}+)[:：]/u.exec(typed.slice(from, from + 24)) ?? []
  const facet = facetOf(name)
  const begin = facet === null ? from : from + named.length
  if (!quotes.test(typed.charAt(begin))) {
    const end = nextSpace(typed, begin)
    return { from, to: end, facet, value: typed.slice(begin, end), quoted: false, unclosed: false }
  }
  const length = typed.slice(begin + 1).search(quotes)
  const end = length < 0 ? typed.length : begin + 1 + length
  const value = typed.slice(begin + 1, end).trim()
  return { from, to: Math.min(typed.length, end + 1), facet, value, quoted: true, unclosed: length < 0 }
}

function nextSpace(typed: string, from: number): number {
  const at = typed.slice(from).search(/\s/)
  return at < 0 ? typed.length : from + at
}

function facetOf(name: string): Facet | null {
  const plain = name.normalize('NFKC').toLowerCase()
  return Object.hasOwn(facetNames, plain) ? (facetNames[plain] ?? null) : null
}

/** The filter that a word before a colon misspells by one letter. Anything else with a colon is a word. */
function misspelt(word: string): Facet | undefined {
  const [, name = ''] = /^(\p{L}{3,12})[:：]\S/u.exec(word) ?? []
  const plain = name.toLowerCase()
  const near = Object.keys(facetNames).find(known => known.length > 3 && isOneOff(plain, known))
  return near === undefined ? undefined : facetNames[near]
}

/** One letter is missing, too many or another, or two are in the wrong order. */
function isOneOff(word: string, known: string): boolean {
  if (word === '' || Math.abs(word.length - known.length) > 1) return false
  let at = 0
  while (at < word.length && word[at] === known[at]) at += 1
  const [rest, left] = [word.slice(at), known.slice(at)]
  const swapped = rest.charAt(1) + rest.charAt(0) + rest.slice(2)
  return rest.slice(1) === left || rest === left.slice(1) || rest.slice(1) === left.slice(1) || swapped === left
}

/**
 * What was typed with a filter of this value in place of those of its kind; null: without any. All else stays as it was
 * typed.
 */
export function withFilter(typed: string, facet: Facet, value: string | null): string {
  const parts = queryParts(typed)
  let rest = ''
  let from = 0
  for (const part of parts.filter(one => one.facet === facet)) {
    rest += typed.slice(from, part.from)
    from = part.to
  }
  const others = (rest + typed.slice(from)).replace(/\s+/g, ' ').trim()
  if (value === null || value.trim() === '') return others
  const plain = value.replace(new RegExp(quotes, 'g'), ' ').trim()
  const filter = `${facet}:${/\s/.test(plain) ? `"${plain}"` : plain}`
  const open = parts.at(-1)?.unclosed === true && parts.at(-1)?.facet !== facet ? '"' : ''
  return others === '' ? filter : `${others}${open} ${filter}`
}
