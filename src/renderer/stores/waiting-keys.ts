import { createStore, type StoreApi } from 'zustand/vanilla'

/** Keys pressed before their target had loaded, in order. */
export interface WaitingKeysState {
  readonly keys: readonly string[]
}

export interface WaitingKeys extends StoreApi<WaitingKeysState> {
  add(key: string): void
  /** Removes and returns all of them. */
  take(): readonly string[]
}

const none: readonly string[] = []

export function createWaitingKeys(): WaitingKeys {
  const store = createStore<WaitingKeysState>(() => ({ keys: none }))
  return {
    ...store,
    add: key => store.setState(({ keys }) => ({ keys: [...keys, key] })),
    take: () => {
      const { keys } = store.getState()
      if (keys.length > 0) store.setState({ keys: none })
      return keys
    },
  }
}
