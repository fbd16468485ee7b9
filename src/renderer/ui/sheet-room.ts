import { useSyncExternalStore } from 'react'

/** In CSS pixels, from the right edge of the window; 0 while there is no sheet. */
let taken = 0
const listeners = new Set<() => void>()

/** A sheet is at the right edge from now on; returns its end. `width` is its width at the normal text size. */
export function takeRoom(width: number): () => void {
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--qd-scale'))
  tell(Math.ceil(width * (Number.isNaN(scale) ? 1 : scale)))
  return () => tell(0)
}

/** The room that elements behind a sheet leave free for it. */
export function useSheetRoom(): number {
  return useSyncExternalStore(listen, () => taken)
}

function tell(width: number): void {
  taken = width
  for (const hear of listeners) hear()
}

function listen(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}
