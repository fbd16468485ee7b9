import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import { personKey } from '../../../shared/domain/people'
import { type AttemptResult, type Hypothesis, LONGEST_ITEM } from '../../../shared/domain/strategy'
import type { TypedKind } from '../../../shared/domain/timeline'
import { reportText } from '../../../shared/events/customers-reported'
import { leadReportText } from '../../../shared/events/lead-reported'
import type { Millis } from '../../../shared/lib/time'
import type { RowClock } from '../../ui/row-clock'
import { timeAhead, timeNotRead } from '../../ui/typed-time'
import { type DecisionKnown, noDecisionKnown, readDecision } from './decision-grammar'
import { type NamedTeam, readLead } from './lead-grammar'
import { handleOf, namesPattern, partsOf } from './marks'
import { countMeant, type ReportSource, readReport, reportSources } from './report-grammar'

/** Marks of a line that puts an item on the strategy board. */
export const strategyMarks = [
  ...['task', 'tried', 'hyp', 'for', 'against', 'ask', 'risk', 'todo'],
  ...['decide', 'object', 'withdraw', 'report', 'lead'],
] as const
export type StrategyMark = (typeof strategyMarks)[number]

/** The people and things that a line can name. */
export interface StrategyKnown extends DecisionKnown {
  readonly people: readonly { readonly name: string }[]
  readonly hypotheses: readonly Pick<Hypothesis, 'id' | 'text' | 'state'>[]
  readonly reports: readonly ReportSource[]
  readonly teams: readonly NamedTeam[]
}

export const nothingToName: StrategyKnown = { people: [], hypotheses: [], reports: [], teams: [], ...noDecisionKnown }

export interface ReadStrategy {
  /** Kind of the line. */
  readonly kind: TypedKind
  /** Text of the line: as typed, so that it can be understood without the board. */
  readonly text: string
  /** Null: the line puts nothing on the board, because `missing` is absent. */
  readonly item: StrategyItem | null
  readonly missing: 'text' | 'hypothesis' | 'decision' | 'team' | 'short' | null
  /** The mark whose text is missing. */
  readonly needs?: StrategyMark | undefined
  readonly unread?: readonly Unread[] | undefined
}

/** Words that look like a name, a number or a time and are none: they stay in the text, and the hint says so. */
export interface Unread {
  readonly what: 'name' | 'sharedName' | 'number' | 'count' | 'time' | 'revisit' | 'panel' | 'figure'
  readonly said: string
}

/** Part of the record, which is in one language for everyone. */
const spoken: Readonly<Record<StrategyMark, { kind: TypedKind; label: string }>> = {
  task: { kind: 'action', label: 'Task: ' },
  tried: { kind: 'action', label: 'Tried: ' },
  hyp: { kind: 'note', label: 'Hypothesis: ' },
  for: { kind: 'note', label: 'For: ' },
  against: { kind: 'note', label: 'Against: ' },
  ask: { kind: 'note', label: 'Question: ' },
  risk: { kind: 'note', label: 'Risk: ' },
  todo: { kind: 'todo', label: '' },
  decide: { kind: 'note', label: 'Proposed: ' },
  object: { kind: 'note', label: 'Objection: ' },
  withdraw: { kind: 'note', label: 'Withdrawn: ' },
  report: { kind: 'note', label: 'Customer report: ' },
  lead: { kind: 'note', label: 'Report of a sub-team: ' },
}

/**
 * [SG5] Parses what follows a mark: `@ada roll back payments-api in 10m` after `!task`.
 * @param now the engine's clock, the reference for `in 10m` and `by 14:30`
 * @param clock the time zone and format that the writer reads
 */
export function readStrategy(
  mark: StrategyMark,
  typed: string,
  known: StrategyKnown,
  now: Millis,
  clock: RowClock,
): ReadStrategy {
  const { kind, label } = spoken[mark]
  if (mark === 'decide' || mark === 'object' || mark === 'withdraw')
    return aboutDecision(mark, typed, known, now, clock)
  if (mark === 'report') return aboutCustomers(typed, known)
  if (mark === 'lead') return aboutTeam(typed, known)
  const line = { kind, text: typed === '' ? '' : `${label}${typed}` }
  const item = itemOf(mark, typed, known, now, clock)
  const unread = item === undefined ? numberUnread(typed) : wordsUnread(item, known)
  const read = { ...line, ...(unread.length > 0 && { unread }) }
  if (typed === '' || item?.text === '') return { ...read, item: null, missing: 'text', needs: mark }
  if (item === undefined) return { ...read, item: null, missing: 'hypothesis' }
  if (item.text.length > LONGEST_ITEM) return { ...read, item: null, missing: 'short' }
  return { ...read, text: sideLine(item, known) ?? line.text, item, missing: null }
}

/** [CR6] A count alone is a report too: twelve more from support. */
function aboutCustomers(typed: string, { reports }: StrategyKnown): ReadStrategy {
  const words = readReport(typed, reportSources(reports))
  const said = words.count === 1 ? countMeant(typed) : undefined
  const unread = said === undefined ? {} : { unread: [{ what: 'count', said } as const] }
  const line = { kind: spoken.report.kind, text: typed === '' ? '' : reportText(words), ...unread }
  if (words.source === '' && words.text === '' && words.count === 1)
    return { ...line, text: '', item: null, missing: 'text', needs: 'report' }
  if (words.text.length > LONGEST_ITEM) return { ...line, item: null, missing: 'short' }
  return { ...line, item: { kind: 'report', ...words, at: null }, missing: null }
}

/** [RC7] A name alone is a report too: nothing new. */
function aboutTeam(typed: string, { teams }: StrategyKnown): ReadStrategy {
  const { kind, label } = spoken.lead
  if (typed === '') return { kind, text: '', item: null, missing: 'text', needs: 'lead' }
  const { team, text } = readLead(typed, teams)
  if (team === null) return { kind, text: `${label}${typed}`, item: null, missing: 'team' }
  const line = { kind, text: leadReportText({ name: team.name, text }) }
  if (text.length > LONGEST_ITEM) return { ...line, item: null, missing: 'short' }
  return { ...line, item: { kind: 'lead', team: team.id, text }, missing: null }
}

/** [DN8] A taken decision is also a decision line of the timeline, and so a mark on the charts. */
function aboutDecision(
  mark: 'decide' | 'object' | 'withdraw',
  typed: string,
  known: StrategyKnown,
  now: Millis,
  clock: RowClock,
): ReadStrategy {
  const { kind, label } = spoken[mark]
  const { item, number, unread } = readDecision(mark, typed, known, now, clock)
  const line = { kind, text: typed === '' ? '' : `${label}${typed}`, ...(unread && { unread: [unread] }) }
  if (typed === '' || (item?.kind !== 'verdict' && item?.text === ''))
    return { ...line, item: null, missing: 'text', needs: mark }
  if (item === null) return { ...line, item, missing: 'decision' }
  if (item.text.length > LONGEST_ITEM) return { ...line, item: null, missing: 'short' }
  if (item.kind === 'decision')
    return item.now
      ? { ...line, kind: 'decision', text: typed.replace(/^now\b[\s:,]*/i, ''), item, missing: null }
      : { ...line, item, missing: null }
  // Without the decision's text: a copy here would remain when the original is erased.
  const said = item.kind === 'objection' ? 'Objection to' : item.state === 'decided' ? 'Decided' : 'Withdrawn'
  const text = `${said} D${number}${item.text === '' ? '' : `: ${item.text}`}`
  return {
    ...line,
    kind: item.kind === 'verdict' && item.state === 'decided' ? 'decision' : 'note',
    text,
    item,
    missing: null,
  }
}

function numberUnread(typed: string): readonly Unread[] {
  const [, said] = numbered.exec(typed) ?? []
  return said === undefined ? [] : [{ what: 'number', said }]
}

function wordsUnread(item: StrategyItem, { people }: StrategyKnown): readonly Unread[] {
  if (!('owner' in item)) return []
  const time = item.kind === 'task' && item.dueAt === null ? timeNotRead(item.text) : undefined
  const parts = partsOf(item.text)
  const mention = [parts[0], parts.at(-1)].find(part => item.owner === null && part?.mark === 'person')?.text
  const said = mention?.slice(1)
  return [
    ...(said === undefined ? [] : [{ what: called(said, people).length > 1 ? 'sharedName' : 'name', said } as const]),
    ...(time === undefined ? [] : [{ what: 'time', said: time } as const]),
  ]
}

function itemOf(
  mark: Exclude<StrategyMark, 'decide' | 'object' | 'withdraw' | 'report' | 'lead'>,
  typed: string,
  known: StrategyKnown,
  now: Millis,
  clock: RowClock,
): StrategyItem | undefined {
  switch (mark) {
    case 'task': {
      const due = timeAhead(typed, now, clock)
      return { kind: 'task', ...owned(due?.text ?? typed, known), dueAt: due?.at ?? null }
    }
    case 'tried':
      return { kind: 'attempt', ...judged(typed) }
    case 'hyp':
      return { kind: 'hypothesis', text: typed }
    case 'for':
    case 'against': {
      const about = hypothesisNamed(typed, known.hypotheses)
      return about && { kind: 'evidence', side: mark, ...about }
    }
    case 'ask':
      return { kind: 'question', ...owned(typed, known) }
    default:
      return { kind: mark, ...owned(typed, known) }
  }
}

/** However it was named, the line has its number; a copy of its text would remain when the original is erased. */
function sideLine(item: StrategyItem, { hypotheses }: StrategyKnown): string | undefined {
  if (item.kind !== 'evidence') return undefined
  const number = hypotheses.findIndex(({ id }) => id === item.hypothesis) + 1
  return `${item.side === 'for' ? 'For' : 'Against'} hypothesis ${number}: ${item.text}`
}

/** The person that the first or the last word names, if they are known; else the word stays in the text. */
function owned(text: string, { people }: StrategyKnown): { readonly owner: string | null; readonly text: string } {
  const parts = partsOf(text, namesPattern(people.map(({ name }) => name)))
  const [first, last] = [parts[0], parts.at(-1)]
  if (first?.mark === 'person') {
    const owner = personNamed(first.text, people)
    const rest = text.slice(first.text.length).replace(/^[\s,:;\uff0c\uff1a]+/, '')
    if (owner !== null) return { owner, text: rest }
  }
  if (last?.mark === 'person' && parts.length > 1) {
    const owner = personNamed(last.text, people)
    if (owner !== null) return { owner, text: text.slice(0, text.length - last.text.length).trimEnd() }
  }
  return { owner: null, text }
}

/** By full name, or by a part of it that is unique. */
function personNamed(mention: string, people: StrategyKnown['people']): string | null {
  const [one, another] = called(mention.slice(1), people)
  return one === undefined || another !== undefined ? null : one.name
}

function called(said: string, people: StrategyKnown['people']): StrategyKnown['people'] {
  const typed = keyOf(said)
  const whole = people.find(({ name }) => keyOf(name) === typed)
  return whole === undefined ? people.filter(({ name }) => keyOf(name).split('.').includes(typed)) : [whole]
}

function keyOf(name: string): string {
  return personKey(handleOf(name))
}

const results: readonly (readonly [RegExp, AttemptResult])[] = [
  [/^(?:it )?work(?:ed|s)$/i, 'worked'],
  [/^(?:no[ -]change|nothing)$/i, 'no-change'],
  [/^worse$/i, 'worse'],
  [/^pending$/i, 'pending'],
]

/** `restart of api = no change`; an equals sign before anything else belongs to the text. */
function judged(typed: string): { readonly text: string; readonly result: AttemptResult } {
  const [, text = typed, said = ''] = /^(.*\S|)\s*[=\uff1d]\s*(\S[^=\uff1d]*)$/s.exec(typed) ?? []
  const result = results.find(([pattern]) => pattern.test(said.trim().replace(/[.!]$/, '')))?.[1]
  return result === undefined ? { text: typed, result: 'pending' } : { text, result }
}

/** `2`, `h2`, `#2:` */
const numbered = /^(?:h|#)?(\d{1,3})[.:)]?(?=\s|$)\s*/i

/** By its number on the board, by its first words, or, without either, if it is the only open one. */
function hypothesisNamed(typed: string, hypotheses: StrategyKnown['hypotheses']) {
  const [mark = '', number] = numbered.exec(typed) ?? []
  const meant = number === undefined ? undefined : hypotheses[Number(number) - 1]
  if (meant !== undefined) return { hypothesis: meant.id, text: typed.slice(mark.length) }
  const words = typed.split(/\s+/)
  for (let count = words.length - 1; count > 0; count -= 1) {
    const begun = plain(words.slice(0, count).join(' '))
    const [one, another] = begun === '' ? [] : hypotheses.filter(({ text }) => isBegun(plain(text), begun))
    if (one !== undefined && another === undefined)
      return {
        hypothesis: one.id,
        text: words
          .slice(count)
          .join(' ')
          .replace(/^[:\u2013-]\s*/, ''),
      }
  }
  if (number !== undefined) return undefined
  const [only, other] = hypotheses.filter(({ state }) => state === 'open')
  return only === undefined || other !== undefined ? undefined : { hypothesis: only.id, text: typed }
}

function isBegun(text: string, begun: string): boolean {
  return text === begun || text.startsWith(`${begun} `)
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s:,.]+/g, ' ')
    .trim()
}
