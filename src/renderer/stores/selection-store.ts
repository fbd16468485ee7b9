import { createStore, type StoreApi } from 'zustand/vanilla'
import { openWorstFirst } from '../../shared/contract/open-incidents'
import type { IncidentSummary } from '../../shared/contract/views'
import type { IncidentId } from '../../shared/domain/ids'

export interface SelectionState {
  /** The incident that this screen shows; null: none, so the open space teaches. */
  readonly open: IncidentId | null
  readonly incidents: readonly IncidentSummary[]
}

export type SelectionStore = StoreApi<SelectionState>

export const nothingSelected: SelectionState = { open: null, incidents: [] }

export function createSelectionStore(): SelectionStore {
  return createStore(() => nothingSelected)
}

/**
 * The new list, with this screen's choice kept. Without a choice it opens the worst unresolved incident, the newest of
 * equals: a wall that was just switched on shows what burns.
 */
export function withIncidents(state: SelectionState, incidents: readonly IncidentSummary[]): SelectionState {
  const kept = incidents.some(incident => incident.id === state.open)
  return { incidents, open: kept ? state.open : (openWorstFirst(incidents)[0]?.id ?? null) }
}
