import { type RefObject, useLayoutEffect, useState } from 'react'

/** The least height of a row, in letters of the page: two lines of text and a chart under them. */
const LEAST = 7
/** In pixels. */
export interface RowRoom {
  readonly least: number
  readonly gap: number
}

/**
 * [MT10] How high a row is where none may be cut: all of them, where each has its least height, else as many whole ones
 * as fit in.
 * @param room pixels for all rows
 */
export function rowHeight(room: number, rows: number, { least, gap }: RowRoom): number {
  const fitting = Math.max(1, Math.floor((room + gap) / (least + gap)))
  const shown = Math.max(1, Math.min(rows, fitting))
  return Math.max(least, Math.floor((room + gap) / shown - gap))
}

function measureOf(room: HTMLElement): RowRoom {
  const { fontSize } = getComputedStyle(room)
  const gap = room.firstElementChild === null ? '' : getComputedStyle(room.firstElementChild).rowGap
  return { least: Math.ceil(LEAST * Number.parseFloat(fontSize)), gap: Number.parseFloat(gap) || 0 }
}

/** The same for the rows of an element that scrolls them; undefined until it was measured. */
export function useWholeRows(room: RefObject<HTMLElement | null>, rows: number): number | undefined {
  const [height, setHeight] = useState<number>()
  useLayoutEffect(() => {
    const element = room.current
    if (element === null) return
    const measure = () => {
      // A pane that is out of sight has no height.
      if (element.clientHeight > 0) setHeight(rowHeight(element.clientHeight, rows, measureOf(element)))
    }
    measure()
    const sized = new ResizeObserver(measure)
    sized.observe(element)
    return () => sized.disconnect()
  }, [room, rows])
  return height
}
