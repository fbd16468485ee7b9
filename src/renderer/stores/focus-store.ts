import { createStore, type StoreApi } from 'zustand/vanilla'

/** What a key can ask for. The feature that owns the place takes the request, so features need not know each other. */
export type Place =
  | 'line'
  | 'assign'
  | 'checkpoint'
  | 'severity'
  | 'status'
  | 'impact'
  | 'declare'
  | 'comms'
  | 'handoff'
  | 'alerts'
  | 'incidents'
  | 'connections'
  | 'me'
  | 'keys'

export interface FocusState {
  readonly requested: Place | null
}

export interface FocusStore extends StoreApi<FocusState> {
  request(place: Place): void
}

export function createFocusStore(): FocusStore {
  const store = createStore<FocusState>(() => ({ requested: null }))
  return { ...store, request: place => store.setState({ requested: place }) }
}
