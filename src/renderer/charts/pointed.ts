import { useSyncExternalStore } from 'react'
import type { Millis } from '../../shared/lib/time'
import type { Span } from './drawable'

/** State that all charts of a page share: the pointed instant and the zoomed span. */
interface Shared<T> {
  read(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

function shared<T>(first: T): Shared<T> {
  const listeners = new Set<() => void>()
  let value = first
  return {
    read: () => value,
    set(next) {
      if (next === value) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const pointedAt = shared<Millis | null>(null)
const zoomedTo = shared<Span | null>(null)

/** The instant under the pointer, in any of the charts; null: none. */
export function usePointedAt(): Millis | null {
  return useSyncExternalStore(pointedAt.subscribe, pointedAt.read)
}

export const pointAt = pointedAt.set

/** What all charts show; null: everything that was read. */
export function useZoom(): Span | null {
  return useSyncExternalStore(zoomedTo.subscribe, zoomedTo.read)
}

export const zoomTo = zoomedTo.set
