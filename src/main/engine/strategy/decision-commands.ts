import type { Fault } from '../../../shared/contract/faults'
import { measured } from '../../../shared/contract/figures/units'
import type { RevisitInput } from '../../../shared/contract/inputs/decisions'
import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import {
  type DecisionState,
  deciderOf,
  type IncidentDecision,
  MOST_DECISIONS,
  type RevisitPlan,
} from '../../../shared/domain/decisions'
import type { EntryId, StrategyId } from '../../../shared/domain/ids'
import { decisionObjected } from '../../../shared/events/decision-objected'
import { decisionProposed } from '../../../shared/events/decision-proposed'
import { decisionRevisitSet } from '../../../shared/events/decision-revisit-set'
import { decisionSettled } from '../../../shared/events/decision-settled'
import type { EventDraft } from '../../../shared/events/define'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import {
  type CommandDecisions,
  changedSince,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'

export type DecisionItem = Extract<StrategyItem, { readonly kind: 'decision' | 'objection' | 'verdict' }>

/** Where an item comes from: the line that it was typed as, or null, and when that was. */
export interface From {
  readonly id: StrategyId
  readonly entry: EntryId | null
  readonly at: Millis
}

/** [DN2] What has been proposed, what was decided by whom, and when it is revisited. */
export const decisionCommands: CommandDecisions<'decision:settle' | 'decision:revisit'> = {
  'decision:settle': onIncident<'decision:settle'>((input, situation) => {
    const settled = settle(input, { entry: null, at: situation.now }, situation)
    return settled.ok ? decided(...settled.value) : settled
  }),

  'decision:revisit': onIncident<'decision:revisit'>(({ decision: id, revisit, was }, { record, now, by }) => {
    const known = record.incident.decisions.find(one => one.id === id)
    if (known === undefined) return refused('decision-gone')
    if (known.state !== 'decided' && known.state !== 'proposed') return refused('decision-over')
    const conflict = changedSince(was, known.revisit?.key ?? null)
    if (conflict !== undefined) return conflict
    if (revisit === null && known.revisit === null) return refused('strategy-same')
    const plan = planned(revisit, now)
    if (!plan.ok) return plan
    const { text } = known
    return decided(decisionRevisitSet.draft({ decision: id, text, revisit: plan.value, was }, now, by))
  }),
}

/** What an item of a line or a form says of decisions. */
export function decisionEvents(
  item: DecisionItem,
  from: From,
  situation: IncidentSituation,
): Reply<readonly EventDraft[], Fault> {
  switch (item.kind) {
    case 'decision':
      return propose(item, from, situation)
    case 'objection':
      return object(item, from, situation)
    default:
      return settle({ ...item, reason: item.text }, from, situation)
  }
}

type Proposal = Extract<DecisionItem, { readonly kind: 'decision' }>

function propose(
  { text, reason, revisit, now: atOnce }: Proposal,
  { id: decision, entry, at }: From,
  { record, by, now, objectionSpan }: IncidentSituation,
): Reply<readonly EventDraft[], Fault> {
  const { incident } = record
  if (incident.decisions.some(one => one.id === decision)) return refused('strategy-same')
  if (incident.decisions.length >= MOST_DECISIONS) return refused('decisions-full', { most: MOST_DECISIONS })
  const plan = planned(revisit, now)
  if (!plan.ok) return plan
  const said = { decision, text, reason, entry, revisit: plan.value }
  if (!atOnce) return ok([decisionProposed.draft({ ...said, objectBy: now + objectionSpan() }, at, by)])
  const as = deciderOf(incident, by)
  const verdict = { decision, text, reason, entry, state: 'decided', was: 'proposed', as } as const
  return ok([decisionProposed.draft({ ...said, objectBy: null }, at, by), decisionSettled.draft(verdict, at, by)])
}

function object(
  { text: objected, decision }: Extract<DecisionItem, { readonly kind: 'objection' }>,
  { id: objection, entry, at }: From,
  { record, by }: IncidentSituation,
): Reply<readonly EventDraft[], Fault> {
  const known = record.incident.decisions.find(one => one.id === decision)
  if (known === undefined) return refused('decision-gone')
  if (known.objections.length >= MOST_DECISIONS) return refused('decisions-full', { most: MOST_DECISIONS })
  return ok([decisionObjected.draft({ decision, objection, objected, text: known.text, entry }, at, by)])
}

interface Settling {
  readonly decision: StrategyId
  readonly state: DecisionState
  readonly was: DecisionState
  readonly reason: string
}

/** [DN2] From where a decision can go where. */
const after: Readonly<Record<DecisionState, readonly DecisionState[]>> = {
  proposed: ['decided', 'withdrawn'],
  decided: ['reversed'],
  withdrawn: ['proposed'],
  reversed: ['proposed'],
}

function settle(
  { decision, state, was, reason }: Settling,
  { entry, at }: Pick<From, 'entry' | 'at'>,
  { record, by }: IncidentSituation,
): Reply<readonly EventDraft[], Fault> {
  const known: IncidentDecision | undefined = record.incident.decisions.find(one => one.id === decision)
  if (known === undefined) return refused('decision-gone')
  const conflict = changedSince(was, known.state)
  if (conflict !== undefined) return conflict
  if (!after[was].includes(state)) return refused(was === state ? 'strategy-same' : 'decision-over')
  const body = { decision, text: known.text, reason, entry, state, was, as: deciderOf(record.incident, by) }
  return ok([decisionSettled.draft(body, at, by)])
}

/** [DN5] With the value as people read it. */
function planned(revisit: RevisitInput, now: Millis): Reply<RevisitPlan | null, Fault> {
  if (revisit === null) return ok(null)
  if (revisit.at !== null && revisit.at <= now) return refused('revisit-over')
  if (revisit.condition === null) return ok({ ...revisit, condition: null, soon: false })
  const { typed: _, ...condition } = revisit.condition
  const limit = measured(condition.value, condition.unit, { exact: true })
  return ok({ ...revisit, soon: revisit.soon || revisit.at === null, condition: { ...condition, limit } })
}
