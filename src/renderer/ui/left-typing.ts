type Heard = () => void

const listeners = new Set<Heard>()

/** A dialog was left by Esc while text that was typed stood in it: what is typed next may be meant for it. */
export function tellLeftTyping(): void {
  for (const heard of listeners) heard()
}

/** Returns its stop. */
export function onLeftTyping(heard: Heard): () => void {
  listeners.add(heard)
  return () => void listeners.delete(heard)
}
