import { type IncidentDecision, revisitDueAt } from '../../../shared/domain/decisions'
import { actorName } from '../../../shared/domain/people'
import { conditionText } from '../../../shared/events/decision-fields'
import type { Millis } from '../../../shared/lib/time'
import * as english from '../../../shared/texts/english'
import { t } from '../../../shared/texts/t'
import { type Block, type Inline, type InlineText, type List, moment, section, typed } from './blocks'
import * as texts from './handoff-texts'

const rowsOf = (decisions: readonly IncidentDecision[], writtenAt: Millis) =>
  decisions.map((decision, at) => ({ decision, lines: linesOf(decision, at + 1, writtenAt) }))

/** [DN10] What waits for a decision or is due to be revisited, with its time. */
export function pendingDecisions(decisions: readonly IncidentDecision[], writtenAt: Millis): List {
  const rows = rowsOf(decisions, writtenAt).filter(({ decision }) => isDecisionPending(decision))
  return { block: 'list', look: 'lines', items: rows.flatMap(({ lines }) => lines), none: texts.absences.pending }
}

/** [DN10] What was decided, with reasons and objections, then what was taken back. */
export function settledDecisions(decisions: readonly IncidentDecision[], writtenAt: Millis): readonly Block[] {
  const of = (states: readonly IncidentDecision['state'][]) =>
    rowsOf(decisions, writtenAt)
      .filter(({ decision }) => !isDecisionPending(decision) && states.includes(decision.state))
      .flatMap(({ lines }) => lines)
  return [...list('Decided', of(['decided'])), ...list('Withdrawn or reversed', of(['withdrawn', 'reversed']))]
}

/** Why it is done as it is: what was decided and stands, the newest first, with its reason. */
export function standingReasons(decisions: readonly IncidentDecision[]): readonly InlineText[] {
  const standing = decisions.filter(({ state }) => state === 'decided').toReversed()
  return standing.map(({ text, reason }) => [
    ...['Decided: ', typed(text)],
    ...(reason === '' ? [] : [', because ', typed(reason)]),
  ])
}

/** Proposed, or due to be revisited. */
export function isDecisionPending({ state, revisit, called }: IncidentDecision): boolean {
  return state === 'proposed' || (state === 'decided' && revisit !== null && called?.outcome !== 'not-met')
}

function list(title: string, items: readonly InlineText[]): readonly Block[] {
  return items.length === 0 ? [] : [section(title, [{ block: 'list', look: 'lines', items, none: '' }])]
}

function linesOf(decision: IncidentDecision, number: number, writtenAt: Millis): readonly InlineText[] {
  const { text, reason, objections } = decision
  const because: readonly Inline[] = reason === '' ? [] : [', because ', typed(reason)]
  return [
    [`D${number}. `, typed(text), ...because, ': ', ...stateOf(decision, writtenAt)],
    ...revisitLine(decision, number, writtenAt),
    ...objections.map(
      ({ by, text: said }): InlineText => [`D${number}, objection by `, typed(actorName(by)), ': ', typed(said)],
    ),
  ]
}

function stateOf({ state, settled, objectBy }: IncidentDecision, writtenAt: Millis): readonly Inline[] {
  if (settled === null) {
    const until: readonly Inline[] = objectBy === null ? [] : [', objections until ', ...at(objectBy, writtenAt)]
    return [{ strong: [state] }, ...until]
  }
  const { by, reason, as, at: when } = settled
  const whose = as === 'commander' ? '' : as === 'other' ? ', not the commander' : ', no commander assigned'
  const why: readonly Inline[] = reason === '' ? [] : [', ', typed(reason)]
  return [{ strong: [state] }, ' by ', typed(actorName(by)), whose, ', ', ...at(when, writtenAt), ...why]
}

function revisitLine(decision: IncidentDecision, number: number, writtenAt: Millis): readonly InlineText[] {
  const { revisit, called } = decision
  if (revisit === null) return []
  const { condition, instead, soon } = revisit
  const due = revisitDueAt(decision) ?? revisit.at
  const time: readonly Inline[] = due === null ? [] : [' ', ...at(due, writtenAt)]
  const late = due !== null && due <= writtenAt && called?.outcome !== 'not-met' ? ', overdue' : ''
  const when: readonly Inline[] =
    condition === null ? [] : [soon ? ', as soon as ' : ', if ', typed(conditionText(condition))]
  const then: readonly Inline[] = instead === '' ? [] : [', then ', typed(instead)]
  return [[`D${number}, revisit`, ...time, ...when, ...then, late, ...saidOf(decision)]]
}

/** [DN7] */
function saidOf({ called, revisit }: IncidentDecision): readonly Inline[] {
  if (called === null) return []
  const { value, why } = called
  const unknown = why === null ? '' : t(english.decisionLines.unknown[why], { title: revisit?.condition?.title ?? '' })
  switch (called.outcome) {
    case 'due':
      return []
    case 'met':
      return [': met, it was ', typed(value)]
    case 'not-met':
      return [': not needed, it was ', typed(value)]
    default:
      return [': nobody could tell (', typed(unknown), ')']
  }
}

function at(instant: Millis, writtenAt: Millis): readonly Inline[] {
  return [moment(instant, texts.momentText(instant, writtenAt))]
}
