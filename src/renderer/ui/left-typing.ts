type Heard = () => void

const listeners = new Set<Heard>()

/** A dialog with typed text was closed by Esc: what is typed next may be meant for it. */
export function tellLeftTyping(): void {
  for (const heard of listeners) heard()
}

/** Returns its stop. */
export function onLeftTyping(heard: Heard): () => void {
  listeners.add(heard)
  return () => void listeners.delete(heard)
}
