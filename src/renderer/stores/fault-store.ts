import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Fault } from '../../shared/contract/faults'

/** Where a fault is shown: in the pane whose act it stopped. */
export type FaultPlace =
  | 'incident'
  | 'declare'
  | 'metrics'
  | 'alerts'
  | 'roles'
  | 'checkpoint'
  | 'comms'
  | 'timeline'
  | 'erase'
  | 'handoff'
  | 'connections'
  | 'panels'
  | 'outbox'
  | 'held'
  | 'status-page'

export type FaultState = Readonly<Partial<Record<FaultPlace, Fault>>>
export type FaultStore = StoreApi<FaultState>

export function createFaultStore(): FaultStore {
  return createStore<FaultState>(() => ({}))
}
