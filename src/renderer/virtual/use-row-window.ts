import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { RowHeights } from './row-heights'

interface BoxSize {
  readonly width: number
  readonly height: number
  readonly lineHeight: number
}

/** Used until it is measured, and where nothing is laid out: the size of a pane, not of a wallboard. */
const guess: BoxSize = { width: 480, height: 900, lineHeight: 20 }

/**
 * Room of a scrolling box and the height of a line in it, in pixels; null until it is measured, which is before anything
 * is painted. @param changed called before it is drawn again
 */
function useBoxSize(scroller: RefObject<HTMLElement | null>, changed: () => void): BoxSize | null {
  const [size, setSize] = useState<BoxSize | null>(null)
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const look = () => {
      const lineHeight = Number.parseFloat(getComputedStyle(box).lineHeight) || guess.lineHeight
      const { clientWidth, clientHeight } = box
      setSize(before => {
        const known = before ?? guess
        const next = { width: clientWidth || known.width, height: clientHeight || known.height, lineHeight }
        return before !== null && isSameSize(before, next) ? before : next
      })
      changed()
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [scroller, changed])
  return size
}

function isSameSize(a: BoxSize, b: BoxSize): boolean {
  return a.width === b.width && a.height === b.height && a.lineHeight === b.lineHeight
}

/** Pixels drawn above and below the visible part, and the step by which the drawn part moves. */
const BEYOND = 300
const STEP = 150
/** Milliseconds after a jump until the rows next to the visible ones are drawn too. */
const SETTLED = 120

export interface RowWindow {
  /** Null until the box is measured. */
  readonly size: BoxSize | null
  /** Indexes of the rows to draw, in their order. @param following the end is in sight, wherever the box was seen last */
  readonly drawn: (heights: RowHeights, following?: boolean) => readonly number[]
  /** Reads the box's scroll position. */
  readonly look: () => void
}

/**
 * [TB4] Draws only the visible rows and a few next to them, however many there are.
 * @param focused index of the focused row, which is drawn wherever it is: removed, it would lose the focus; -1: none
 * @param resized called when the box has another size
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, focused: number, resized: () => void): RowWindow {
  // The first paint draws only what is visible, as after a jump.
  const [view, setView] = useState({ top: 0, beyond: 0 })
  const look = useCallback(() => {
    const box = scroller.current
    if (box === null) return
    const top = Math.floor(box.scrollTop / STEP) * STEP
    // A jump draws only what is visible: none of it is there yet, and the next jump may follow at once.
    const beyond = (from: number) => (Math.abs(top - from) > box.clientHeight ? 0 : BEYOND)
    setView(before => (before.top === top ? before : { top, beyond: beyond(before.top) }))
  }, [scroller])
  useEffect(() => {
    if (view.beyond === BEYOND) return
    const timer = setTimeout(() => setView({ ...view, beyond: BEYOND }), SETTLED)
    return () => clearTimeout(timer)
  }, [view])
  const lookAgain = useCallback(() => {
    look()
    resized()
  }, [look, resized])
  const size = useBoxSize(scroller, lookAgain)
  const drawn: RowWindow['drawn'] = (heights, following = false) => {
    const room = (size ?? guess).height
    const top = following ? Math.max(0, heights.total - room) : view.top
    return drawnRows(heights, { top, beyond: view.beyond }, room, focused)
  }
  return { size, drawn, look }
}

function drawnRows(
  heights: RowHeights,
  { top, beyond }: { readonly top: number; readonly beyond: number },
  room: number,
  focused: number,
): readonly number[] {
  if (heights.count === 0) return []
  // A list that became shorter is scrolled back by the browser, which reports it only after this is drawn.
  const from = heights.rowAt(Math.min(top, heights.total - room) - beyond)
  const to = heights.rowAt(Math.min(top, heights.total) + room + STEP + beyond)
  const inSight = Array.from({ length: to - from + 1 }, (_, place) => from + place)
  if (focused < 0 || focused >= heights.count || (focused >= from && focused <= to)) return inSight
  return focused < from ? [focused, ...inSight] : [...inSight, focused]
}

/**
 * Scrolls a box so that a part of its list is visible.
 * @param covered pixels at its top that stay there and cover what is scrolled below them
 */
export function scrollTo(
  box: HTMLElement,
  { upper, lower }: { readonly upper: number; readonly lower: number },
  where: 'nearest' | 'middle',
  covered = 0,
): void {
  const room = box.clientHeight - covered
  if (where === 'middle') box.scrollTop = (upper + lower - room) / 2
  else if (upper < box.scrollTop) box.scrollTop = upper
  else if (lower > box.scrollTop + room) box.scrollTop = lower - room
}
