import type { Millis } from '../lib/time'
import type { EntryId, EventId, StrategyId } from './ids'
import { type Actor, personKey } from './people'
import type { Staffed } from './responders'
import type { Said } from './strategy'

export const decisionStates = ['proposed', 'decided', 'withdrawn', 'reversed'] as const
export const comparisons = ['above', 'at-least', 'below', 'at-most'] as const
/** `due`: its time has come. `unknown`: the metric had no known value. */
export const revisitOutcomes = ['due', 'met', 'not-met', 'unknown'] as const
/** [DN6] Why the value is unknown. */
export const unknownReasons = ['not-pinned', 'no-value', 'old-value', 'other-unit'] as const
/** [DN4] Whose word a decision was. */
export const deciders = ['commander', 'other', 'no-commander'] as const
export type DecisionState = (typeof decisionStates)[number]
export type Comparison = (typeof comparisons)[number]
export type RevisitOutcome = (typeof revisitOutcomes)[number]
export type UnknownReason = (typeof unknownReasons)[number]
export type Decider = (typeof deciders)[number]

/** [DN3] An incident has at most so many decisions, and a decision so many objections. */
export const MOST_DECISIONS = 200

/** [DN6] What a pinned panel would have to show. */
export interface Condition {
  /** Id of the panel. */
  readonly panel: string
  /** What it was called when this was written. */
  readonly title: string
  readonly is: Comparison
  /** In the panel's unit of then. */
  readonly value: number
  readonly unit: string
  /** `5 %`: the value as people read it. */
  readonly limit: string
}

/** [DN5] When a decision is revisited, and what is done then. */
export interface RevisitPlan {
  /** Null: only the condition counts. */
  readonly at: Millis | null
  readonly condition: Condition | null
  /** The condition calls as soon as it is met; else only at the time. */
  readonly soon: boolean
  /** What to do then; may be empty. */
  readonly instead: string
}

export interface Revisit extends RevisitPlan {
  /** The event that set it: the engine's result for an earlier one does not apply to this one. */
  readonly key: EventId
}

/** [DN7] The engine's result for a revisit. */
export interface Called {
  readonly at: Millis
  /** When it notifies people: a moment later, so that each session has it before. */
  readonly dueAt: Millis
  readonly outcome: RevisitOutcome
  /** `6.1 %`; empty where there was none. */
  readonly value: string
  readonly why: UnknownReason | null
}

export interface Objection extends Said {
  readonly id: StrategyId
  readonly text: string
  readonly entry: EntryId | null
}

export interface IncidentDecision {
  readonly id: StrategyId
  readonly text: string
  readonly reason: string
  /** [SG4] The line of the timeline that it was typed as; null: it was not. */
  readonly entry: EntryId | null
  readonly raised: Said
  /** Until when objections are asked for; null: it was decided at once. */
  readonly objectBy: Millis | null
  readonly objections: readonly Objection[]
  readonly state: DecisionState
  /** Null while it is proposed. */
  readonly settled: (Said & { readonly reason: string; readonly as: Decider }) | null
  readonly revisit: Revisit | null
  /** Null: the engine has no result for the revisit yet. */
  readonly called: Called | null
}

export interface Decisions {
  /** In the order of the log; the first is D1. */
  readonly decisions: readonly IncidentDecision[]
}

export const noDecisions: Decisions = { decisions: [] }

/** [DN7] A decision whose revisit the engine has to watch. */
export function isWatched({ state, revisit, called }: IncidentDecision): boolean {
  return state === 'decided' && revisit !== null && called === null
}

/** [DN7] When a decision is due to be revisited; null: not at a time, or no longer. */
export function revisitDueAt({ state, revisit, called }: IncidentDecision): Millis | null {
  if (state !== 'decided' || revisit === null) return null
  if (called === null) return revisit.at
  if (called.outcome === 'not-met') return null
  return revisit.at === null ? called.dueAt : Math.min(called.dueAt, revisit.at)
}

/** [DN6] */
export function isMet({ is, value }: Pick<Condition, 'is' | 'value'>, now: number): boolean {
  if (is === 'above') return now > value
  if (is === 'at-least') return now >= value
  return is === 'below' ? now < value : now <= value
}

/** [DN4] The commander decides; without one any responder can, and the line says so. */
export function deciderOf({ roles }: Pick<Staffed, 'roles'>, by: Actor): Decider {
  if (roles.ic === null) return 'no-commander'
  const isCommander = by.kind === 'person' && personKey(by.responder.name) === personKey(roles.ic.responder.name)
  return isCommander ? 'commander' : 'other'
}
