const KEY = 'quarterdeck.name'

/** The name that the person at this screen said last; null: the engine's own guess is good. */
export function storedName(storage: Storage): string | null {
  return storage.getItem(KEY)
}

export function saveName(storage: Storage, name: string): void {
  storage.setItem(KEY, name)
}
