import { createStore, type StoreApi } from 'zustand/vanilla'

/** What a key can ask for. The feature that owns the place takes the request, so features need not know each other. */
export type Place =
  | 'line'
  | 'timeline'
  | 'find'
  | 'jump'
  | 'times'
  | 'take-back'
  | 'proposals'
  | 'proposal-accept'
  | 'proposal-dismiss'
  | 'assign'
  | 'roles'
  | 'crew-add'
  | 'roll-call'
  | 'checkpoint'
  | 'severity'
  | 'status'
  | 'impact'
  | 'began'
  | 'title'
  | 'facts'
  | 'declare'
  | 'comms'
  | 'handoff'
  | 'alerts'
  | 'alert-filter'
  | 'alert-columns'
  | 'noise'
  | 'silences'
  | 'incidents'
  | 'connections'
  | 'panels'
  | 'baseline'
  | 'freeze'
  | 'rules'
  | 'me'
  | 'settings'
  | 'mute'
  | 'keys'
  | 'palette'
  | 'outbox'
  | 'chat-open'
  | 'chat-post'
  | 'page-create'
  | 'dependencies'
  | 'status-page'
  | 'set-back'
  | 'maintenance'
  | 'postmortem'
  | 'wall'
  | 'layouts'

export interface FocusState {
  readonly requested: Place | null
  /** What of it is meant: the name of a setting. Stays until the next request. */
  readonly about: string
}

export interface FocusStore extends StoreApi<FocusState> {
  /** True when something that is on the screen took the request; one that nobody takes is forgotten at once. */
  request(place: Place, about?: string): boolean
}

export function createFocusStore(): FocusStore {
  const store = createStore<FocusState>(() => ({ requested: null, about: '' }))
  return {
    ...store,
    request: (place, about = '') => {
      store.setState({ requested: place, about })
      const taken = store.getState().requested === null
      // Kept, it would open a dialog minutes later, when what it asks for comes to be there.
      store.setState({ requested: null })
      return taken
    },
  }
}
