import { useCallback, useEffect, useMemo } from 'react'
import { flushSync } from 'react-dom'
import type { ListPlaces } from './list-places'

export type MeasureRow = (element: HTMLElement | null) => (() => void) | undefined

/** Measures rows while they are drawn; the ref of each row's element. @param moved told when others must move for one */
export function useRowMeasuring(places: ListPlaces, moved: () => void): MeasureRow {
  const watcher = useMemo(
    () =>
      new ResizeObserver(changes => {
        const grown = changes.map(({ target, borderBoxSize }) =>
          target instanceof HTMLElement ? places.measure(target, borderBoxSize[0]?.blockSize ?? 0) : false,
        )
        // Before this frame is painted: rows that lie on each other for a moment are seen.
        if (grown.includes(true)) flushSync(moved)
      }),
    [places, moved],
  )
  useEffect(() => () => watcher.disconnect(), [watcher])
  return useCallback(
    element => {
      if (element === null) return undefined
      watcher.observe(element)
      const ended = places.draw(element)
      return () => {
        watcher.unobserve(element)
        ended()
      }
    },
    [watcher, places],
  )
}
