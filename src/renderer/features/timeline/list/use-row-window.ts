import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { estimateRow } from './row-estimate'
import { RowHeights } from './row-heights'
import type { Row } from './rows'

export interface PlacedRow {
  readonly row: Row
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
}

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
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  readonly toEnd: () => void
  /** Brings a row into sight: with the least move, or into the middle. */
  readonly show: (index: number, where: 'nearest' | 'middle') => void
  /** Index of the last row that is wholly in sight. */
  readonly lastInSight: () => number
  readonly rowsInSight: () => number
}

interface Anchor {
  readonly key: string
  readonly index: number
  /** Pixels of the row that are above the upper edge. */
  readonly offset: number
}

const AROUND = 320
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
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [atEnd, setAtEnd] = useState(true)
  const [held, setHeld] = useState(false)
  const following = atEnd && !held
  const [size, setSize] = useState({ width: 480, height: 600, lineHeight: 20 })
  const heights = useRef(new RowHeights()).current
  const measured = useRef(new Map<string, number>()).current
  const laidOut = useRef<{ rows: readonly Row[]; width: number }>({ rows: [], width: 0 })
  const top = useRef(0)
  const anchor = useRef<Anchor | null>(null)
  const moved = useRef(false)
  const drawn = useRef(new Set<HTMLElement>()).current

  const textWidth = size.width - besideText
  useMemo(() => {
    const same = laidOut.current.width === textWidth ? samePrefix(laidOut.current.rows, rows) : 0
    if (laidOut.current.width !== textWidth) measured.clear()
    const measure = { textWidth, lineHeight: size.lineHeight }
    heights.replaceFrom(same, rows.length, index => {
      const row = rows[index]
      return row === undefined
        ? 0
        : ((measured.size > 0 ? measured.get(row.key) : undefined) ?? estimateRow(row, measure))
    })
    laidOut.current = { rows, width: textWidth }
    moved.current = true
  }, [rows, textWidth, size.lineHeight, heights, measured])

  const flushMoved = () => {
    moved.current = true
    redraw()
  }
  const total = heights.total
  useLayoutEffect(() => {
    const list = scroller.current
    if (list === null || !moved.current) return
    moved.current = false
    // A row that kept its height while the list got another width tells nobody; its guess would stay.
    const grown = takeHeights(drawn, laidOut.current.rows, heights, measured)
    if (grown) return flushMoved()
    if (following) list.scrollTop = total
    else if (anchor.current !== null) list.scrollTop = anchoredTop(anchor.current, rows, heights)
    if (top.current !== list.scrollTop) {
      top.current = list.scrollTop
      redraw()
    }
  })

  useEffect(() => {
    const list = scroller.current
    if (list === null) return
    const look = () => {
      const lineHeight = Number.parseFloat(getComputedStyle(list).lineHeight)
      const { clientWidth: width, clientHeight: height } = list
      setSize(known => {
        const next = { width: width || known.width, height: height || known.height, lineHeight: lineHeight || 20 }
        return same(known, next) ? known : next
      })
      moved.current = true
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(list)
    return () => watch.disconnect()
  }, [])

  const watcher = useMemo(
    () =>
      new ResizeObserver(changes => {
        let grown = 0
        for (const { target, borderBoxSize } of changes) {
          const index = Number((target as HTMLElement).dataset.index)
          const row = laidOut.current.rows[index]
          const height = borderBoxSize[0]?.blockSize ?? 0
          if (row === undefined || height === 0 || !target.isConnected) continue
          measured.set(row.key, height)
          grown += Math.abs(heights.set(index, height))
        }
        if (grown < 0.5) return
        moved.current = true
        // Before this frame is painted: rows that lie on each other for a moment are seen.
        flushSync(redraw)
      }),
    [heights, measured],
  )
  useEffect(() => () => watcher.disconnect(), [watcher])
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined
      watcher.observe(element)
      drawn.add(element)
      return () => {
        watcher.unobserve(element)
        drawn.delete(element)
      }
    },
    [watcher, drawn],
  )

  const onScroll = useCallback(() => {
    const list = scroller.current
    if (list === null || list.scrollTop === top.current) return
    top.current = list.scrollTop
    anchor.current = anchorAt(list.scrollTop, laidOut.current.rows, heights)
    setAtEnd(heights.total - list.scrollTop - list.clientHeight < END)
    redraw()
  }, [heights])

  const scrollTo = useCallback(
    (offset: number) => {
      const list = scroller.current
      if (list === null) return
      list.scrollTop = Math.max(0, offset)
      onScroll()
    },
    [onScroll],
  )
  const show = useCallback(
    (index: number, where: 'nearest' | 'middle') => {
      const [above, height] = [heights.topOf(index), heights.heightOf(index)]
      const room = scroller.current?.clientHeight ?? size.height
      if (where === 'middle') return scrollTo(above - (room - height) / 2)
      if (above < top.current) scrollTo(above)
      else if (above + height > top.current + room) scrollTo(above + height - room)
    },
    [heights, scrollTo, size.height],
  )
  const hold = useCallback(
    (on: boolean) => {
      if (on) anchor.current = anchorAt(top.current, laidOut.current.rows, heights)
      else moved.current = true
      setHeld(on)
    },
    [heights],
  )
  const toEnd = useCallback(() => {
    setAtEnd(true)
    moved.current = true
    redraw()
  }, [])

  const placed = placeRows(
    rows,
    heights,
    { from: top.current - AROUND, to: top.current + size.height + AROUND },
    always,
  )
  const lastInSight = () => Math.max(0, heights.rowAt(top.current + size.height) - (atEnd ? 0 : 1))
  const rowsInSight = () => Math.max(1, lastInSight() - heights.rowAt(top.current))
  return {
    ...{ scroller, height: total, placed, following, atEnd, hold },
    ...{ onScroll, measure, toEnd, show, lastInSight, rowsInSight },
  }
}

/** Heights of drawn rows that were not measured since the list has its width. @returns whether one differs from its guess */
function takeHeights(
  drawn: ReadonlySet<HTMLElement>,
  rows: readonly Row[],
  heights: RowHeights,
  measured: Map<string, number>,
): boolean {
  let grown = false
  for (const element of drawn) {
    const index = Number(element.dataset.index)
    const row = rows[index]
    if (row === undefined || measured.has(row.key)) continue
    const height = element.getBoundingClientRect().height
    if (height === 0) continue
    measured.set(row.key, height)
    grown = Math.abs(heights.set(index, height)) >= 0.5 || grown
  }
  return grown
}

function placeRows(
  rows: readonly Row[],
  heights: RowHeights,
  { from, to }: { readonly from: number; readonly to: number },
  always: number,
): readonly PlacedRow[] {
  const placed: PlacedRow[] = []
  const [first, last] = [heights.rowAt(Math.max(0, from)), heights.rowAt(Math.max(0, to))]
  let top = heights.topOf(first)
  for (let index = first; index <= last; index += 1) {
    const row = rows[index]
    if (row !== undefined) placed.push({ row, index, top })
    top += heights.heightOf(index)
  }
  const kept = always >= 0 && (always < first || always > last) ? rows[always] : undefined
  if (kept !== undefined) placed.push({ row: kept, index: always, top: heights.topOf(always) })
  return placed
}

function anchorAt(scrollTop: number, rows: readonly Row[], heights: RowHeights): Anchor | null {
  const index = heights.rowAt(scrollTop)
  const row = rows[index]
  return row === undefined ? null : { key: row.key, index, offset: scrollTop - heights.topOf(index) }
}

function anchoredTop({ key, index, offset }: Anchor, rows: readonly Row[], heights: RowHeights): number {
  const at = rows[index]?.key === key ? index : rows.findIndex(row => row.key === key)
  return at < 0 ? heights.topOf(Math.min(index, rows.length)) : heights.topOf(at) + offset
}

function samePrefix(before: readonly Row[], now: readonly Row[]): number {
  let at = 0
  while (at < before.length && before[at] === now[at]) at += 1
  return at
}

function same<Sizes extends Readonly<Record<string, number>>>(a: Sizes, b: Sizes): boolean {
  return Object.keys(a).every(key => a[key] === b[key])
}
