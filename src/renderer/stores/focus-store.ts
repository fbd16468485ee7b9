import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandId } from '../commands/command-list'

export interface FocusState {
  readonly requested: CommandId | null
  /** A detail of the command, such as the name of a setting. Stays until the next request. */
  readonly about: string
}

export interface FocusStore extends StoreApi<FocusState> {
  /** @returns whether a mounted part handled the command; an unhandled one is dropped at once */
  request(command: CommandId, about?: string): boolean
}

export function createFocusStore(): FocusStore {
  const store = createStore<FocusState>(() => ({ requested: null, about: '' }))
  return {
    ...store,
    request: (command, about = '') => {
      store.setState({ requested: command, about })
      const taken = store.getState().requested === null
      // If it stayed, it would open a dialog minutes later, when its part is mounted.
      store.setState({ requested: null })
      return taken
    },
  }
}
