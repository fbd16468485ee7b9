import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GlobalCommandId } from '../commands/command-list'

/** What can be asked for: every command that asks, and panes whose rows a digit leads to. */
export type CommandId = GlobalCommandId | 'timeline' | 'roles' | 'alerts'

export interface FocusState {
  readonly requested: CommandId | null
  /** What of it is meant: the name of a setting. Stays until the next request. */
  readonly about: string
}

export interface FocusStore extends StoreApi<FocusState> {
  /** True when something that is on the screen took the request; one that nobody takes is forgotten at once. */
  request(place: CommandId, about?: string): boolean
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
