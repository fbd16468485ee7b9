import { conditionTyped, type TypedCondition } from '../../../shared/contract/figures/typed-condition'
import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import type { PanelReading } from '../../../shared/contract/metrics'
import type { IncidentDecision } from '../../../shared/domain/decisions'
import type { Millis } from '../../../shared/lib/time'
import type { RowClock } from '../../ui/row-clock'
import { timeAhead } from '../../ui/typed-time'

/** What a line about decisions can refer to. */
export interface DecisionKnown {
  readonly decisions: readonly Pick<IncidentDecision, 'id' | 'text' | 'state'>[]
  readonly panels: readonly Pick<PanelReading, 'id' | 'title' | 'unit'>[]
}

export const noDecisionKnown: DecisionKnown = { decisions: [], panels: [] }

export interface ReadDecision {
  /** Null: the line changes no decision, because it names none. */
  readonly item: Extract<StrategyItem, { readonly kind: 'decision' | 'objection' | 'verdict' }> | null
  /** Number of the decision: D1 is 1. */
  readonly number: number
  /** Unreadable parts of the text: a word that looks like a time, or a condition that names no panel or no value. */
  readonly unread: { readonly what: 'revisit' | 'panel' | 'figure'; readonly said: string } | null
}

/**
 * [DN8] Parses what follows `!decide`, `!object` or `!withdraw`: `roll back because … revisit 15:00 if "Error rate" >
 * 5% then …`.
 * @param now the engine's clock
 */
export function readDecision(
  mark: 'decide' | 'object' | 'withdraw',
  typed: string,
  known: DecisionKnown,
  now: Millis,
  clock: RowClock,
): ReadDecision {
  const named = decisionNamed(mark, typed, known)
  const read = { number: named === undefined ? 0 : named.number, unread: null }
  if (mark === 'decide' && named === undefined) return proposal(typed, known, now, clock)
  if (named === undefined) return { ...read, item: null }
  const { decision, text } = named
  if (mark === 'object') return { ...read, item: { kind: 'objection', text, decision: decision.id } }
  const state = mark === 'decide' ? ('decided' as const) : ('withdrawn' as const)
  return { ...read, item: { kind: 'verdict', text, decision: decision.id, state, was: decision.state } }
}

/** `D2`, `#2:`. Without one, an answer refers to the only open proposal. */
function decisionNamed(mark: string, typed: string, { decisions }: DecisionKnown) {
  const [begun = '', number] = /^[d#](\d{1,3})(?:[.:)]|(?=\s|$))\s*/i.exec(typed) ?? []
  const open = decisions.filter(({ state }) => state === 'proposed')
  const decision =
    number === undefined ? (mark === 'decide' || open.length > 1 ? undefined : open[0]) : decisions[Number(number) - 1]
  if (decision === undefined) return undefined
  const text = typed.slice(begun.length).replace(/^because\s+/i, '')
  return { decision, number: decisions.indexOf(decision) + 1, text }
}

type Clauses = {
  text: string
  reason: string
  at: Millis | null
  condition: TypedCondition | null
  soon: boolean
  instead: string
}
type Last = 'text' | 'reason' | 'instead'

function proposal(typed: string, known: DecisionKnown, now: Millis, clock: RowClock): ReadDecision {
  const [said = '', isNow] = /^now\b[\s:,]*/i.exec(typed) ? [typed.replace(/^now\b[\s:,]*/i, ''), true] : [typed, false]
  const clauses: Clauses = { text: '', reason: '', at: null, condition: null, soon: false, instead: '' }
  let unread: ReadDecision['unread'] = null
  let last: Last = 'text'
  for (const part of partsOf(said)) {
    const [, word = '', rest = ''] = /^(because|revisit|if|when|then)\s+(.*)$/is.exec(part) ?? []
    const read = clause(word.toLowerCase(), rest, clauses, known, now, clock)
    if (read === undefined || 'unread' in read) {
      clauses[last] = clauses[last] === '' ? part : `${clauses[last]} ${part}`
      unread = read?.unread ?? unread
      continue
    }
    Object.assign(clauses, read)
    last = read.reason !== undefined ? 'reason' : read.instead !== undefined ? 'instead' : last
  }
  const { text, reason, at, condition, soon, instead } = clauses
  const revisit = at === null && condition === null ? null : { at, condition, soon: soon || at === null, instead }
  return { item: { kind: 'decision', text, reason, now: isNow === true, revisit }, number: 0, unread }
}

/** Split before each word that may begin a clause, but never within quotes. */
function partsOf(typed: string): readonly string[] {
  const parts = typed.match(/(?:"[^"]*"|“[^”]*”|(?!\s+(?:because|revisit|if|when|then)\s)[\s\S])+/gi) ?? []
  return parts.map(part => part.trim()).filter(part => part !== '')
}

function clause(
  word: string,
  rest: string,
  so: Clauses,
  known: DecisionKnown,
  now: Millis,
  clock: RowClock,
): (Partial<Clauses> & { unread?: never }) | { unread: ReadDecision['unread'] } | undefined {
  switch (word) {
    case 'because':
      return so.reason === '' ? { reason: rest } : undefined
    case 'revisit': {
      const bare = rest.replace(/^(?:at|by)\s+/i, '').trim()
      const ahead =
        timeAhead(bare, now, clock) ?? timeAhead(`by ${bare}`, now, clock) ?? timeAhead(`in ${bare}`, now, clock)
      if (ahead?.text === '') return { at: ahead.at }
      return /^(?:in\s+)?\d/.test(bare) ? { unread: { what: 'revisit', said: bare } } : undefined
    }
    case 'if':
    case 'when': {
      const read = conditionTyped(rest, known.panels)
      if (read === undefined || 'unread' in read) return read
      return { condition: read, soon: word === 'when' }
    }
    case 'then':
      return so.at !== null || so.condition !== null ? { instead: rest } : undefined
    default:
      return undefined
  }
}
