import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { Responder } from '../../../shared/domain/people'
import {
  type Attempt,
  type AttemptResult,
  type Hypothesis,
  type HypothesisState,
  hasStrategy,
  type Point,
  type PointKind,
  type StrategyTask,
} from '../../../shared/domain/strategy'
import type { Millis } from '../../../shared/lib/time'
import { type Block, type Inline, type InlineText, moment, section, typed } from './blocks'
import { decisionLists } from './handoff-decisions'
import * as texts from './handoff-texts'

/** [SG6] The strategy board as the next commander needs it: what runs, what was tried, what is believed and what is open. */
export function strategySections({ strategy, onBoard, writtenAt }: HandoffContent): readonly Block[] {
  if (!hasStrategy(strategy) && onBoard.length === 0) return []
  const { tasks, attempts, hypotheses, points } = strategy
  const running = tasks.filter(({ state }) => state === 'open').toSorted(byTime)
  const open = (kind: PointKind) => points.filter(point => point.kind === kind && point.state === 'open')
  const lists = [
    ...decisionLists(onBoard, writtenAt),
    list(
      'Tasks running',
      running.map(task => taskLine(task, writtenAt)),
    ),
    list(
      'Tried',
      [...attempts.map(attemptLine), ...tasks.filter(({ state }) => state !== 'open').map(settledTask)],
      'newest',
    ),
    list('Hypotheses', hypotheses.flatMap(hypothesisLines)),
    list('Open questions', open('question').map(pointLine)),
    list('Risks', open('risk').map(pointLine)),
    list('Open to-dos', open('todo').map(pointLine)),
  ]
  return [{ block: 'columns', look: 'columns', blocks: lists.flat() }]
}

/** [HD14] What is due first comes first; without a time they are as they were given. */
function byTime(one: StrategyTask, other: StrategyTask): number {
  return (one.dueAt ?? Number.MAX_SAFE_INTEGER) - (other.dueAt ?? Number.MAX_SAFE_INTEGER)
}

function list(title: string, items: readonly InlineText[], first?: 'newest'): readonly Block[] {
  if (items.length === 0) return []
  return [section(title, [{ block: 'list', look: 'lines', items, none: '', ...(first !== undefined && { first }) }])]
}

function taskLine({ text, owner, dueAt, acknowledged }: StrategyTask, writtenAt: Millis): InlineText {
  const due: InlineText = dueAt === null ? [] : [', due ', moment(dueAt, texts.momentText(dueAt, writtenAt))]
  const late = dueAt !== null && dueAt <= writtenAt ? ', overdue' : ''
  return [...ownedBy(owner, 'Nobody: '), typed(text), ...due, late, acknowledged === null ? ', not acknowledged' : '']
}

function settledTask({ text, owner, state, result }: StrategyTask): InlineText {
  return [...ownedBy(owner, ''), typed(text), ...outcome(state, result)]
}

const results: Readonly<Record<AttemptResult, string>> = {
  pending: 'result pending',
  worked: 'worked',
  'no-change': 'no change',
  worse: 'made it worse',
}

function attemptLine({ text, result }: Attempt): InlineText {
  return [typed(text), ...outcome(results[result], '')]
}

const states: Readonly<Record<HypothesisState, string>> = {
  open: 'open',
  eliminated: 'eliminated',
  confirmed: 'confirmed',
}

function hypothesisLines({ text, state, reason, evidence }: Hypothesis, at: number): readonly InlineText[] {
  const said = evidence.map(
    ({ side, text: about }): InlineText => [`${at + 1}, ${side === 'for' ? 'for' : 'against'}: `, typed(about)],
  )
  return [[`${at + 1}. `, typed(text), ...outcome(states[state], reason)], ...said]
}

function pointLine({ text, owner }: Point): InlineText {
  return [...ownedBy(owner, ''), typed(text)]
}

function ownedBy(owner: Responder | null, nobody: string): readonly Inline[] {
  return owner === null ? [nobody] : [typed(owner.name), ': ']
}

function outcome(state: string, reason: string): readonly Inline[] {
  return [': ', { strong: [state] }, ...(reason === '' ? [] : [', ', typed(reason)])]
}
