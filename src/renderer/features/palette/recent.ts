const KEY = 'quarterdeck.palette'
const KEPT = 8

/** Ids of the acts that were used last on this screen, the last one first. */
export function readRecent(storage: Storage): readonly string[] {
  return (storage.getItem(KEY) ?? '').split('\n').filter(id => id !== '')
}

export function keepRecent(storage: Storage, id: string): void {
  const ids = [id, ...readRecent(storage).filter(known => known !== id)]
  storage.setItem(KEY, ids.slice(0, KEPT).join('\n'))
}
