import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Fault } from '../../shared/contract/faults'

/** Where a fault is shown: in the pane of the action that failed. */
export type FaultPlace =
  | 'incident'
  /** Why a key did nothing: nothing went wrong. */
  | 'keys'
  | 'declare'
  | 'metrics'
  | 'alerts'
  | 'roles'
  | 'checkpoint'
  | 'comms'
  | 'timeline'
  | 'erase'
  | 'handoff'
  | 'strategy'
  | 'connections'
  | 'panels'
  | 'outbox'
  | 'held'
  | 'file'
  | 'status-page'

export type FaultState = Readonly<Partial<Record<FaultPlace, Fault>>>
export interface FaultStore extends StoreApi<FaultState> {
  /** Reports that an action needs an open incident: in one place at a time, and until one is open. */
  askForIncident(place: FaultPlace, message: string): void
  incidentIsOpen(): void
  /** [DG7] What went wrong in one incident is not said in another. */
  incidentIsOther(): void
}

const ofIncident = [
  'incident',
  'keys',
  'roles',
  'checkpoint',
  'comms',
  'timeline',
  'erase',
  'handoff',
  'strategy',
  'held',
] as const satisfies readonly FaultPlace[]

export function createFaultStore(): FaultStore {
  const store = createStore<FaultState>(() => ({}))
  let asked: { readonly place: FaultPlace; readonly fault: Fault } | undefined
  const incidentIsOpen = () => {
    // Another fault may be in this place by now.
    if (asked !== undefined && store.getState()[asked.place] === asked.fault)
      store.setState({ [asked.place]: undefined })
    asked = undefined
  }
  return {
    ...store,
    incidentIsOpen,
    incidentIsOther: () => store.setState(Object.fromEntries(ofIncident.map(place => [place, undefined]))),
    askForIncident: (place, message) => {
      incidentIsOpen()
      asked = { place, fault: { kind: 'refused', message } }
      store.setState({ [place]: asked.fault })
    },
  }
}
