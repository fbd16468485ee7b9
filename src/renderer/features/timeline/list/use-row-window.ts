import { type RefObject, useCallback, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import { ListPlaces, type PlacedRow } from './list-places'
import type { Row } from './rows'
import { useListSize } from './use-list-size'
import { type MeasureRow, useRowMeasuring } from './use-row-measuring'

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Pixels of all rows. */
  readonly height: number
  /** The rows in sight, and some around them. */
  readonly placed: readonly PlacedRow[]
  /** The end is in sight, and stays there while lines come. */
  readonly following: boolean
  readonly atEnd: boolean
  /** Stands still whatever comes, until it is called with false. */
  readonly hold: (on: boolean) => void
  readonly onScroll: () => void
  /** Ref of each row's element, which carries its `data-index`. */
  readonly measure: MeasureRow
  readonly toEnd: () => void
  /** Brings a row into sight: with the least move, or into the middle. */
  readonly show: (index: number, where: 'nearest' | 'middle') => void
  /** Index of the last row that is wholly in sight. */
  readonly lastInSight: () => number
  readonly rowsInSight: () => number
}

/** Within two lines of the end counts as there. */
const END = 60

/**
 * Draws a few dozen rows of a list of any length. Rows are measured when they come into sight; whatever comes or grows
 * above, what is being read stays where it is.
 * @param besideText pixels of a row that are not its text
 * @param always index of a row that is drawn even out of sight, because it has the focus
 */
export function useRowWindow(rows: readonly Row[], besideText: number, always: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const [places] = useState(() => new ListPlaces())
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [atEnd, setAtEnd] = useState(true)
  const [held, setHeld] = useState(false)
  /** Rows stand elsewhere than when the list was scrolled last. */
  const stale = useRef(false)
  const top = useRef(0)
  const moved = useCallback(() => {
    stale.current = true
    redraw()
  }, [])
  const size = useListSize(scroller, moved)
  const measure = useRowMeasuring(places, moved)
  const textWidth = size.width - besideText
  useMemo(() => {
    places.lay(rows, textWidth, size.lineHeight)
    stale.current = true
  }, [places, rows, textWidth, size.lineHeight])

  const following = atEnd && !held
  const height = places.total
  useLayoutEffect(() => {
    const list = scroller.current
    if (list === null || !stale.current) return
    stale.current = false
    if (places.measureUnmeasured()) return moved()
    const wanted = following ? height : places.anchoredTop()
    if (wanted !== undefined) list.scrollTop = wanted
    if (top.current === list.scrollTop) return
    top.current = list.scrollTop
    redraw()
  })

  const onScroll = useCallback(() => {
    const list = scroller.current
    if (list === null || list.scrollTop === top.current) return
    top.current = list.scrollTop
    places.anchorAt(list.scrollTop)
    setAtEnd(places.total - list.scrollTop - list.clientHeight < END)
    redraw()
  }, [places])
  const show = useShow(scroller, places, onScroll)
  const hold = useCallback(
    (on: boolean) => {
      if (on) places.anchorAt(top.current)
      else stale.current = true
      setHeld(on)
    },
    [places],
  )
  const toEnd = useCallback(() => {
    setAtEnd(true)
    moved()
  }, [moved])
  const lastInSight = () => Math.max(0, places.rowAt(top.current + size.height) - (atEnd ? 0 : 1))
  return {
    ...{ scroller, height, following, atEnd, hold, onScroll, measure, toEnd, show, lastInSight },
    placed: places.placed(top.current, size.height, always),
    rowsInSight: () => Math.max(1, lastInSight() - places.rowAt(top.current)),
  }
}

function useShow(scroller: RefObject<HTMLElement | null>, places: ListPlaces, scrolled: () => void): RowWindow['show'] {
  return useCallback(
    (index, where) => {
      const list = scroller.current
      if (list === null) return
      const { upper, lower } = places.edgesOf(index)
      const room = list.clientHeight
      if (where === 'middle') list.scrollTop = (upper + lower - room) / 2
      else if (upper < list.scrollTop) list.scrollTop = upper
      else if (lower > list.scrollTop + room) list.scrollTop = lower - room
      scrolled()
    },
    [scroller, places, scrolled],
  )
}
