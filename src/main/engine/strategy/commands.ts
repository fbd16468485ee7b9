import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import type { StrategyId } from '../../../shared/domain/ids'
import { type Responder, responderNamed } from '../../../shared/domain/people'
import { editedPart, MOST_OF_A_KIND, type Strategy } from '../../../shared/domain/strategy'
import { attemptJudged } from '../../../shared/events/attempt-judged'
import { attemptNoted } from '../../../shared/events/attempt-noted'
import type { EventDraft } from '../../../shared/events/define'
import { evidenceAdded } from '../../../shared/events/evidence-added'
import { hypothesisRaised } from '../../../shared/events/hypothesis-raised'
import { hypothesisSettled } from '../../../shared/events/hypothesis-settled'
import { pointRaised } from '../../../shared/events/point-raised'
import { pointSettled } from '../../../shared/events/point-settled'
import { taskAcknowledged } from '../../../shared/events/task-acknowledged'
import { taskExtended } from '../../../shared/events/task-extended'
import { taskGiven } from '../../../shared/events/task-given'
import { taskSettled } from '../../../shared/events/task-settled'
import { treeWalked } from '../../../shared/events/tree-walked'
import { ok, type Reply } from '../../../shared/lib/reply'
import {
  type CommandDecisions,
  changedSince,
  type Decide,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'
import { type DecisionItem, decisionEvents, type From } from './decision-commands'
import { type LeadReportItem, leadReportEvents, type ReportItem, reportEvents } from './report-commands'

type Names =
  | 'strategy:put'
  | 'strategy:acknowledge'
  | 'strategy:extend'
  | 'strategy:settle-task'
  | 'strategy:judge'
  | 'strategy:settle-hypothesis'
  | 'strategy:settle-point'
  | 'trees:record'

/** [SG2] What is tried, who is on it, what is believed and what is open. */
export const strategyCommands: CommandDecisions<Names> = {
  'strategy:put': onIncident<'strategy:put'>(({ id, item, was }, situation) => {
    const known = was === undefined ? undefined : itemOf(situation.record.incident, id)
    if (was !== undefined && known === undefined) return refused('strategy-gone')
    const changed = known && changedSince(was, editedPart(known))
    if (changed !== undefined) return changed
    const events = put({ id, item, entry: null, at: situation.now }, situation)
    return events.ok ? decided(...events.value) : events
  }),

  'strategy:acknowledge': onIncident<'strategy:acknowledge'>(({ task: id }, { record, now, by }) => {
    const task = record.incident.tasks.find(known => known.id === id)
    if (task === undefined) return refused('strategy-gone')
    if (task.state !== 'open') return refused('task-not-open')
    if (task.acknowledged !== null) return refused('task-acknowledged')
    return decided(taskAcknowledged.draft({ task: id, text: task.text }, now, by))
  }),

  'strategy:extend': onIncident<'strategy:extend'>(({ task: id, dueAt }, { record, now, by }) => {
    const task = record.incident.tasks.find(known => known.id === id)
    if (task === undefined) return refused('strategy-gone')
    if (task.state !== 'open') return refused('task-not-open')
    if (task.dueAt === dueAt) return refused('strategy-same')
    return decided(taskExtended.draft({ task: id, text: task.text, dueAt }, now, by))
  }),

  'strategy:settle-task': onIncident<'strategy:settle-task'>(
    ({ task: id, state, result, was }, { record, now, by }) => {
      const task = record.incident.tasks.find(known => known.id === id)
      if (task === undefined) return refused('strategy-gone')
      const conflict = changedSince(was, task.state)
      if (conflict !== undefined) return conflict
      if (task.state === state && task.result === result) return refused('strategy-same')
      return decided(taskSettled.draft({ task: id, text: task.text, state, result }, now, by))
    },
  ),

  'strategy:judge': onIncident<'strategy:judge'>(({ attempt: id, result, was }, { record, now, by }) => {
    const attempt = record.incident.attempts.find(known => known.id === id)
    if (attempt === undefined) return refused('strategy-gone')
    const conflict = changedSince(was, attempt.result)
    if (conflict !== undefined) return conflict
    if (attempt.result === result) return refused('strategy-same')
    return decided(attemptJudged.draft({ attempt: id, text: attempt.text, result }, now, by))
  }),

  'strategy:settle-hypothesis': onIncident<'strategy:settle-hypothesis'>((input, { record, now, by }) => {
    const { hypothesis: id, state, reason, was } = input
    const hypothesis = record.incident.hypotheses.find(known => known.id === id)
    if (hypothesis === undefined) return refused('strategy-gone')
    const conflict = changedSince(was, hypothesis.state)
    if (conflict !== undefined) return conflict
    if (hypothesis.state === state && hypothesis.reason === reason) return refused('strategy-same')
    return decided(hypothesisSettled.draft({ hypothesis: id, text: hypothesis.text, state, reason }, now, by))
  }),

  'strategy:settle-point': onIncident<'strategy:settle-point'>((input, { record, now, by }) => {
    const { point: id, state, answer, was } = input
    const point = record.incident.points.find(known => known.id === id)
    if (point === undefined) return refused('strategy-gone')
    const conflict = changedSince(was, point.state)
    if (conflict !== undefined) return conflict
    if (point.state === state && point.answer === answer) return refused('strategy-same')
    return decided(pointSettled.draft({ point: id, text: point.text, state, answer }, now, by))
  }),

  // [TR2] It is a person's decision by what they saw: if two people walk the same tree, both have done so.
  'trees:record': onIncident<'trees:record'>(({ walk }, { now, by }) => decided(treeWalked.draft(walk, now, by))),
}

/** [SG4] A line that puts something on the board: both are written in one append, or neither. */
export function withStrategy(append: Decide<'timeline:append'>): Decide<'timeline:append'> {
  return (input, situation) => {
    const written = append(input, situation)
    const [line] = written.ok ? written.value.events : []
    const { record } = situation
    if (!written.ok || line === undefined || input.strategy === undefined || record === null) return written
    const { entry, strategy: item } = input
    const events = put({ id: idOfLine(entry), item, entry, at: line.at }, { ...situation, record })
    if (!events.ok) return events
    return ok({ ...written.value, events: [...written.value.events, ...events.value] })
  }
}

function itemOf({ tasks, attempts, hypotheses, points }: Strategy, id: StrategyId) {
  return [...tasks, ...attempts, ...hypotheses, ...points].find(known => known.id === id)
}

function idOfLine(entry: Parsed<'timeline:append'>['entry']): StrategyId {
  return entry as string as StrategyId
}

interface Put extends From {
  readonly item: StrategyItem
}

function put({ item, ...from }: Put, situation: IncidentSituation): Reply<readonly EventDraft[], Fault> {
  if (item.kind === 'decision' || item.kind === 'objection' || item.kind === 'verdict')
    return decisionEvents(item, from, situation)
  if (item.kind === 'report') return reportEvents(item, from, situation)
  if (item.kind === 'lead') return leadReportEvents(item, from, situation)
  const event = boardEvent(item, from, situation)
  return event.ok ? ok([event.value]) : event
}

function boardEvent(
  item: Exclude<StrategyItem, DecisionItem | ReportItem | LeadReportItem>,
  { id, entry, at }: From,
  { record, by }: IncidentSituation,
): Reply<EventDraft, Fault> {
  const { tasks, attempts, hypotheses, points } = record.incident
  const { text } = item
  switch (item.kind) {
    case 'task': {
      const { dueAt, measure } = item
      const body = { task: id, text, owner: named(item.owner), dueAt, entry, ...(measure && { measure }) }
      return unlessFull(tasks, id, taskGiven.draft(body, at, by))
    }
    case 'attempt': {
      const { result, measure } = item
      const body = { attempt: id, text, result, entry, ...(measure && { measure }) }
      return unlessFull(attempts, id, attemptNoted.draft(body, at, by))
    }
    case 'hypothesis':
      return unlessFull(hypotheses, id, hypothesisRaised.draft({ hypothesis: id, text, entry }, at, by))
    case 'evidence': {
      const { hypothesis, side } = item
      const known = hypotheses.find(one => one.id === hypothesis)
      if (known === undefined) return refused('strategy-gone')
      const body = { evidence: id, hypothesis, side, text, entry }
      return unlessFull(known.evidence, id, evidenceAdded.draft(body, at, by))
    }
    default: {
      const body = { point: id, kind: item.kind, text, owner: named(item.owner), entry }
      return unlessFull(points, id, pointRaised.draft(body, at, by))
    }
  }
}

/** [SG3] */
function unlessFull(
  items: readonly { readonly id: StrategyId }[],
  id: StrategyId,
  event: EventDraft,
): Reply<EventDraft, Fault> {
  const isNew = items.every(known => known.id !== id)
  return isNew && items.length >= MOST_OF_A_KIND ? refused('strategy-full', { most: MOST_OF_A_KIND }) : ok(event)
}

function named(name: string | null): Responder | null {
  return name === null ? null : (responderNamed(name) ?? null)
}
