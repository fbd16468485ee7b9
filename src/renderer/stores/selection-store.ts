import { createStore, type StoreApi } from 'zustand/vanilla'
import { type IncidentSummary, openWorstFirst } from '../../shared/contract/incidents'
import type { DeadlineKind } from '../../shared/domain/deadlines'
import type { EntryId, IncidentId } from '../../shared/domain/ids'
import type { Millis } from '../../shared/lib/time'

/** A line to scroll to, in any incident: the timeline handles it once it shows that incident. Null: none. */
export interface JumpTarget {
  readonly incident: IncidentId
  readonly entry: EntryId
}

export type JumpStore = StoreApi<{ readonly line: JumpTarget | null }>

export function createJumpStore(): JumpStore {
  return createStore(() => ({ line: null }))
}

export interface SelectionState {
  /**
   * The incident that this window shows; null: none, so the empty panes show how to begin, or which incident to choose.
   */
  readonly open: IncidentId | null
  /** The incident that any window of this browser showed last; null: none, or it is unknown. */
  readonly shownLast: IncidentId | null
  readonly incidents: readonly IncidentSummary[]
}

export type SelectionStore = StoreApi<SelectionState>

export const nothingSelected: SelectionState = { open: null, shownLast: null, incidents: [] }

export function createSelectionStore(): SelectionStore {
  return createStore(() => nothingSelected)
}

/**
 * [SN1] The new list, with this window's choice unchanged. A window without a choice opens the one unresolved incident;
 * of several, the one that this browser showed last, else none: a guess would have people work on the wrong one.
 */
export function withIncidents(state: SelectionState, incidents: readonly IncidentSummary[]): SelectionState {
  const isKnown = incidents.some(incident => incident.id === state.open)
  return { ...state, incidents, open: isKnown ? state.open : openingChoice(state.shownLast, incidents) }
}

function openingChoice(shownLast: IncidentId | null, incidents: readonly IncidentSummary[]): IncidentId | null {
  const unresolved = openWorstFirst(incidents)
  const choice = unresolved.length === 1 ? unresolved[0] : unresolved.find(({ id }) => id === shownLast)
  return choice?.id ?? null
}

/**
 * [SN1] The incidents that this window has to choose from, the worst first; empty: it shows one, or there is at most
 * one.
 */
export function toChooseFrom({ open, incidents }: SelectionState): readonly IncidentSummary[] {
  const unresolved = open === null ? openWorstFirst(incidents) : []
  return unresolved.length > 1 ? unresolved : []
}

/** [SN2] Unresolved incidents that this window does not show, the worst first. */
export function othersOpen({ open, incidents }: SelectionState): readonly IncidentSummary[] {
  return open === null ? [] : openWorstFirst(incidents).filter(({ id }) => id !== open)
}

export interface OverdueClock {
  readonly incident: IncidentSummary
  readonly kind: DeadlineKind
  readonly dueAt: Millis
}

/** [SN4] The clock that has been overdue the longest among several incidents; undefined: none is overdue. */
export function longestOverdue(incidents: readonly IncidentSummary[], now: Millis): OverdueClock | undefined {
  return incidents
    .flatMap(incident => (incident.deadlines ?? []).map(({ kind, dueAt }) => ({ incident, kind, dueAt })))
    .filter(({ dueAt }) => dueAt <= now)
    .reduce<OverdueClock | undefined>(
      (worst, one) => (worst === undefined || one.dueAt < worst.dueAt ? one : worst),
      undefined,
    )
}
