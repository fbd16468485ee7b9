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
  type Strategy,
  type StrategyTask,
} from '../../../shared/domain/strategy'
import type { Millis } from '../../../shared/lib/time'
import { type Block, type Inline, type InlineText, moment, section, typed } from './blocks'
import { settledDecisions } from './handoff-decisions'
import * as texts from './handoff-texts'

/** [SG6] The strategy board behind the first page: what is believed and why, what was tried, what runs, what may go wrong. */
export function strategySections({ strategy, onBoard, writtenAt }: HandoffContent): readonly Block[] {
  if (!hasStrategy(strategy) && onBoard.length === 0) return []
  const { tasks, attempts, hypotheses } = strategy
  const inState = (...wanted: readonly HypothesisState[]) =>
    hypotheses.flatMap((one, at) => (wanted.includes(one.state) ? hypothesisLines(one, at) : []))
  const lists = [
    list('Hypotheses open', inState('open', 'confirmed')),
    list('Hypotheses eliminated', inState('eliminated')),
    list('Tried', [...attempts.map(attemptLine), ...settledTasks(tasks)], 'newest'),
    list('Tasks running', tasksRunning(strategy, writtenAt)),
    list('Risks', openPoints(strategy, 'risk', writtenAt)),
    list('Open to-dos', openPoints(strategy, 'todo', writtenAt)),
    settledDecisions(onBoard, writtenAt),
  ].flat()
  return lists.length === 0 ? [] : [{ block: 'columns', look: 'columns', blocks: lists }]
}

/** What is believed of the cause and not ruled out, with what speaks for it: what is confirmed comes first. */
export function reasonsBelieved({ hypotheses }: Strategy): readonly InlineText[] {
  const believed = hypotheses.filter(({ state }) => state !== 'eliminated')
  const confirmed = believed.filter(({ state }) => state === 'confirmed')
  return [...confirmed, ...believed.filter(({ state }) => state === 'open')].map(
    ({ text, state, reason, evidence }) => {
      const supports = evidence.filter(({ side }) => side === 'for')
      const because = supports.flatMap(({ text: said }): readonly Inline[] => [', for: ', typed(said)])
      return [state === 'open' ? 'Hypothesis: ' : 'Confirmed: ', typed(text), ...reasonOf(reason), ...because]
    },
  )
}

const reasonOf = (reason: string): readonly Inline[] => (reason === '' ? [] : [', ', typed(reason)])

/** Of one kind, in the order in which they were raised, with who has each and since when it is open. */
export function openPoints({ points }: Strategy, kind: PointKind, writtenAt: Millis): readonly InlineText[] {
  return points.filter(point => point.kind === kind && point.state === 'open').map(point => pointLine(point, writtenAt))
}

/** Tasks that are not done, those that are due first in front. */
export function tasksRunning({ tasks }: Strategy, writtenAt: Millis): readonly InlineText[] {
  const running = tasks.filter(({ state }) => state === 'open').toSorted(byTime)
  return running.map(task => taskLine(task, writtenAt))
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

/** What was done or dropped, each with its result. */
export function settledTasks(tasks: readonly StrategyTask[]): readonly InlineText[] {
  return tasks.filter(({ state }) => state !== 'open').map(settledTask)
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

/** What was tried, and its result. */
export function attemptLine({ text, result }: Attempt): InlineText {
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

function pointLine({ text, owner, raised: { at } }: Point, writtenAt: Millis): InlineText {
  return [...ownedBy(owner, ''), typed(text), ', since ', moment(at, texts.momentText(at, writtenAt))]
}

function ownedBy(owner: Responder | null, nobody: string): readonly Inline[] {
  return owner === null ? [nobody] : [typed(owner.name), ': ']
}

function outcome(state: string, reason: string): readonly Inline[] {
  return [': ', { strong: [state] }, ...(reason === '' ? [] : [', ', typed(reason)])]
}
