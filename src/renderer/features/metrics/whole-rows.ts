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
export function rowHeight(room: number, rows: number, sizes: RowRoom): number {
  const { least, gap } = sizes
  return Math.max(least, Math.floor((room + gap) / wholeRowsIn(room, rows, sizes) - gap))
}

/** [MT10] How many rows are whole in the room, one at least. */
export function wholeRowsIn(room: number, rows: number, { least, gap }: RowRoom): number {
  const fitting = Math.max(1, Math.floor((room + gap) / (least + gap)))
  return Math.max(1, Math.min(rows, fitting))
}

function measureOf(room: HTMLElement): RowRoom {
  const { fontSize } = getComputedStyle(room)
  const gap = room.firstElementChild === null ? '' : getComputedStyle(room.firstElementChild).rowGap
  return { least: Math.ceil(LEAST * Number.parseFloat(fontSize)), gap: Number.parseFloat(gap) || 0 }
}

export interface WholeRows {
  readonly height: number
  /** How many are in sight before anybody scrolls. */
  readonly shown: number
}

/** The same for the rows of an element that scrolls them; undefined until it was measured. */
export function useWholeRows(room: RefObject<HTMLElement | null>, rows: number): WholeRows | undefined {
  const [whole, setWhole] = useState<WholeRows>()
  useLayoutEffect(() => {
    const element = room.current
    if (element === null) return
    const measure = () => {
      // A pane that is out of sight has no height.
      if (element.clientHeight === 0) return
      const sizes = measureOf(element)
      const now = {
        height: rowHeight(element.clientHeight, rows, sizes),
        shown: wholeRowsIn(element.clientHeight, rows, sizes),
      }
      setWhole(before => (before?.height === now.height && before.shown === now.shown ? before : now))
    }
    measure()
    const sized = new ResizeObserver(measure)
    sized.observe(element)
    return () => sized.disconnect()
  }, [room, rows])
  return whole
}
