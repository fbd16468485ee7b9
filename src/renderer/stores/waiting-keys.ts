import { createStore, type StoreApi } from 'zustand/vanilla'

/** Keys that were pressed before what they act on was there, in their order. */
export interface WaitingKeysState {
  readonly keys: readonly string[]
}

export interface WaitingKeys extends StoreApi<WaitingKeysState> {
  add(key: string): void
  /** All of them, which wait no longer. */
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
