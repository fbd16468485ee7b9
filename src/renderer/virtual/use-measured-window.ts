import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type KeyedRow, RowPlaces } from './row-places'
import { scrollTo, useRowWindow } from './use-row-window'

export interface PlacedRow<Row> {
  readonly row: Row
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
}

/** Widths and heights in the list, as far as the style sheet decides them. */
export interface RowMeasure {
  /** Width of a row's text before it wraps, in pixels. */
  readonly textWidth: number
  readonly lineHeight: number
}

export interface MeasuredWindow<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Height of all rows, in pixels. */
  readonly height: number
  /** The rows to draw. */
  readonly placed: readonly PlacedRow<Row>[]
  /** The end is visible, and stays visible while rows arrive. */
  readonly following: boolean
  readonly atEnd: boolean
  /** Keeps its scroll position, whatever arrives, until it is called with false. */
  readonly hold: (on: boolean) => void
  readonly onScroll: () => void
  /** Ref of each row's element, which carries its `data-index`. */
  readonly measure: MeasureRow
  readonly toEnd: () => void
  /** Scrolls a row into view: by the least move, or into the middle. */
  readonly show: (index: number, where: 'nearest' | 'middle') => void
  /** Index of the last fully visible row. */
  readonly lastInSight: () => number
  readonly rowsInSight: () => number
}

export type MeasureRow = (element: HTMLElement | null) => (() => void) | undefined

export interface MeasuredRows<Row> {
  readonly rows: readonly Row[]
  /** Pixels of a row, until it is measured. */
  readonly estimate: (row: Row, measure: RowMeasure) => number
  /** Pixels of a row's width that are not its text. */
  readonly besideText: number
  /** Index of the row with the focus; -1: none. */
  readonly focused: number
}

/** Within two lines of the end counts as at the end. */
const END = 60

/**
 * A window on rows whose content decides their height. They are measured when they scroll into view. When rows above
 * arrive or grow, the row being read does not move, and at the end of the list the newest row stays in view.
 */
export function useMeasuredWindow<Row extends KeyedRow>(list: MeasuredRows<Row>): MeasuredWindow<Row> {
  const { rows, estimate, besideText, focused } = list
  const scroller = useRef<HTMLDivElement>(null)
  const [places] = useState(() => new RowPlaces<Row>())
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [atEnd, setAtEnd] = useState(true)
  const [held, setHeld] = useState(false)
  /** Rows have moved since the list was last scrolled. */
  const stale = useRef(false)
  const top = useRef(0)
  const moved = useCallback(() => {
    stale.current = true
    redraw()
  }, [])
  const { size, drawn, look } = useRowWindow(scroller, focused, moved)
  const measure = useRowMeasuring(places, moved)
  const measured = size !== null
  const textWidth = (size?.width ?? 0) - besideText
  const lineHeight = size?.lineHeight ?? 0
  useMemo(() => {
    // A long list is laid once, at the width that it has.
    if (!measured) return
    places.lay(rows, `${textWidth}`, row => estimate(row, { textWidth, lineHeight }))
    stale.current = true
  }, [places, rows, estimate, measured, textWidth, lineHeight])

  const { heights } = places
  const following = atEnd && !held
  const height = heights.total
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null || !stale.current) return
    stale.current = false
    if (places.measureUnmeasured()) return moved()
    const wanted = following ? height : places.anchoredTop()
    if (wanted !== undefined) box.scrollTop = wanted
    if (top.current === box.scrollTop) return
    top.current = box.scrollTop
    look()
  })

  const scrolled = useCallback(() => {
    const box = scroller.current
    if (box === null || box.scrollTop === top.current) return
    top.current = box.scrollTop
    places.anchorAt(box.scrollTop)
    setAtEnd(heights.total - box.scrollTop - box.clientHeight < END)
    look()
  }, [places, heights, look])
  const show = useCallback<MeasuredWindow<Row>['show']>(
    (index, where) => {
      const box = scroller.current
      if (box === null) return
      scrollTo(box, { upper: heights.topOf(index), lower: heights.topOf(index + 1) }, where)
      scrolled()
    },
    [heights, scrolled],
  )
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
  const lastInSight = () => Math.max(0, heights.rowAt(top.current + (size?.height ?? 0)) - (atEnd ? 0 : 1))
  return {
    ...{ scroller, height, following, atEnd, hold, measure, toEnd, show, lastInSight },
    // In the same frame: drawn a frame later, a jump would show an empty box first.
    onScroll: () => flushSync(scrolled),
    placed: placedRows(rows, drawn(heights, following), index => heights.topOf(index)),
    rowsInSight: () => Math.max(1, lastInSight() - heights.rowAt(top.current)),
  }
}

function placedRows<Row>(
  rows: readonly Row[],
  drawn: readonly number[],
  topOf: (index: number) => number,
): readonly PlacedRow<Row>[] {
  return drawn.flatMap(index => {
    const row = rows[index]
    return row === undefined ? [] : [{ row, index, top: topOf(index) }]
  })
}

/** Measures rows while they are drawn. @param moved called when others must move because of one */
function useRowMeasuring<Row extends KeyedRow>(places: RowPlaces<Row>, moved: () => void): MeasureRow {
  const watcher = useMemo(
    () =>
      new ResizeObserver(changes => {
        const grown = changes.map(({ target, borderBoxSize }) =>
          target instanceof HTMLElement ? places.measure(target, borderBoxSize[0]?.blockSize ?? 0) : false,
        )
        // Before this frame is painted: rows that overlap for a moment are noticed.
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
