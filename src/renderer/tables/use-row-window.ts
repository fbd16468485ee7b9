import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RowHeights } from './row-heights'

/** Pixels drawn above and below what is seen, and by how many the drawn part moves at once. */
const BEYOND = 300
const STEP = 150
/** Taken for the room until it is known: a first look at a pane, not at a wall. */
const FIRST_ROOM = 900

export interface RowWindow {
  /** Rows to draw: from `from`, up to and without `to`. */
  readonly from: number
  readonly to: number
  /** Looks anew at where the box is scrolled to. */
  readonly look: () => void
  readonly onScroll: () => void
}

/** [TB4] Of any number of rows only those are drawn that are seen, and a few beside them. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, heights: RowHeights, count: number): RowWindow {
  const [{ top, room }, setView] = useState({ top: 0, room: FIRST_ROOM })
  const look = useCallback(() => {
    const box = scroller.current
    if (box === null) return
    const seen = { top: Math.floor(box.scrollTop / STEP) * STEP, room: box.clientHeight }
    setView(before => (before.top === seen.top && before.room === seen.room ? before : seen))
  }, [scroller])
  // In the same frame: drawn a frame later, a jump would show an empty box first.
  const onScroll = useCallback(() => flushSync(look), [look])
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    look()
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [scroller, look])
  if (count === 0) return { from: 0, to: 0, look, onScroll }
  // A list that became shorter is scrolled back by the browser, which tells of it only after this is drawn.
  const from = heights.at(Math.min(top, heights.total - room) - BEYOND)
  return { from, to: heights.at(Math.min(top, heights.total) + room + STEP + BEYOND) + 1, look, onScroll }
}
