import { useSyncExternalStore } from 'react'
import { isField } from './is-field'
import { paneId, panes } from './panes'

/** Lists whose rows have keys of their own, which mean something else everywhere else. */
export type KeyScope = 'alerts' | 'timeline'

type ScopedKeys = Readonly<Record<KeyScope, ReadonlySet<string>>>

let keysOf: ScopedKeys = { alerts: new Set(), timeline: new Set() }
let scope: KeyScope | null = null
const listeners = new Set<() => void>()

/** Follows the focus from list to list. @returns its stop */
export function watchKeyScope(document: Document, keys: ScopedKeys): () => void {
  const move = (to: KeyScope | null) => {
    if (to === scope) return
    scope = to
    for (const listener of listeners) listener()
  }
  const focused = (event: FocusEvent) => move(scopeOf(event.target))
  const left = (event: FocusEvent) => event.relatedTarget === null && move(null)
  keysOf = keys
  document.addEventListener('focusin', focused)
  document.addEventListener('focusout', left)
  move(scopeOf(document.activeElement))
  return () => {
    document.removeEventListener('focusin', focused)
    document.removeEventListener('focusout', left)
    move(null)
  }
}

function scopeOf(focused: EventTarget | null): KeyScope | null {
  // In a field a key is text, and Enter is the field's own.
  if (!(focused instanceof Element) || isField(focused)) return null
  if (focused.closest(`#${paneId(panes.alerts.digit)} tbody`) !== null) return 'alerts'
  return focused.closest(`#${paneId(panes.timeline.digit)}`) === null ? null : 'timeline'
}

/**
 * [KW6] Whether a key now does what its hint says. With the focus on an alert row `L` links, elsewhere it opens
 * Layouts: a hint of the other meaning would mislead.
 * @param of the list whose rows have the key; undefined: it works everywhere except where rows have it for themselves
 */
export function useIsKeyOf(key: string, of: KeyScope | undefined): boolean {
  return useSyncExternalStore(listen, () =>
    of === undefined ? scope === null || !keysOf[scope].has(key) : scope === of,
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
