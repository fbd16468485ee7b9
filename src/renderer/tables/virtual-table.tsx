import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { flushSync } from 'react-dom'
import { evenHeights, knownHeights, type RowHeights } from '../virtual/row-heights'
import { scrollTo, useRowWindow } from '../virtual/use-row-window'
import type { ColumnLayout } from './column-layout'
import type { HeldRow } from './held-order'
import { rowReached } from './row-keys'
import { type Column, described } from './sorted-rows'
import { TableHead } from './table-head'
import { ROW_HEIGHT, TableRow } from './table-row'
import { type ColumnTable, useColumnTable } from './use-column-table'
import { useLatest } from './use-latest'
import styles from './virtual-table.module.css'

export interface VirtualTableProps<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly HeldRow<Row>[]
  /** The row that Tab reaches; the arrow keys, Page Up and Down, Home and End move it. */
  readonly current: string | null
  readonly onCurrent: (id: string) => void
  /** A key that the table does not use itself, pressed on a row; `go` moves the focus to another one. */
  readonly onRowKey?: (event: KeyboardEvent, row: HeldRow<Row>, index: number, go: (index: number) => void) => void
  /** The mouse on a row, before it gets the focus. */
  readonly onRowPress?: (event: MouseEvent, index: number) => void
  readonly selected?: ReadonlySet<string>
  /** In pixels, for rows of different heights. Pass the same function while nothing changed. */
  readonly heightOf?: ((row: Row) => number) | undefined
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
}

/** A scrolling box of real table rows, of which only the visible ones are drawn; one Tab stop for all of them. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { name, rows, current, onCurrent, selected, heightOf, layout, onLayout, onRowPress } = props
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const { table, columns } = useShownColumns(props.columns, layout, onLayout)
  const ownColumns = layout.shown === null
  const heights = useMemo(
    () =>
      heightOf === undefined ? evenHeights(rows.length, ROW_HEIGHT) : knownHeights(rows, held => heightOf(held.row)),
    [rows, heightOf],
  )
  const at = useMemo(
    () =>
      Math.max(
        0,
        rows.findIndex(({ id }) => id === current),
      ),
    [rows, current],
  )
  const place = useLatest({ heights, at })
  // The focused row stays visible when the box becomes smaller because a strip appeared below it.
  const keepInSight = useCallback(() => {
    if (body.current?.contains(document.activeElement) !== true) return
    bringIntoSight(scroller.current, place.current.heights, place.current.at)
  }, [place])
  const { drawn, look } = useRowWindow(scroller, at, keepInSight)

  const onKey = useRowKeys(props, { scroller, body, heights, look })
  return (
    <div ref={scroller} className={styles.scroller} onScroll={() => flushSync(look)}>
      <table
        className={styles.table}
        style={{ minWidth: ownColumns ? undefined : leastWidth(columns, table) }}
        aria-label={name}
        aria-rowcount={rows.length + 1}
      >
        <colgroup>
          {columns.map(column => (
            <col
              key={column.id}
              data-minor={ownColumns ? column.minor : undefined}
              style={columnStyle(column, table)}
            />
          ))}
        </colgroup>
        <TableHead table={table} columns={columns} ownColumns={ownColumns} />
        <tbody ref={body}>
          <DrawnRows
            {...{ rows, columns, heights, current, selected, ownColumns, onCurrent, onKey, onRowPress }}
            drawn={drawn(heights)}
            stop={at}
          />
        </tbody>
      </table>
    </div>
  )
}

interface RowsInBox {
  readonly scroller: RefObject<HTMLElement | null>
  readonly body: RefObject<HTMLElement | null>
  readonly heights: RowHeights
  readonly look: () => void
}

/** Keys on a row: those that move to another row focus it, the others go to the table's owner. */
function useRowKeys<Row>(props: VirtualTableProps<Row>, { scroller, body, heights, look }: RowsInBox) {
  const wanted = useRef<number | null>(null)
  const go = (index: number) => {
    const row = props.rows[index]
    if (row === undefined) return
    bringIntoSight(scroller.current, heights, index)
    look()
    wanted.current = index
    props.onCurrent(row.id)
    focusRow(body.current, index)
  }
  // A row that was out of view is drawn only now. It is scrolled to once more: while the row that had the focus is
  // removed, Chromium lays out the rest, and scrolls a list that is short for that moment back. The focus comes first,
  // because it shows the strip below, which leaves the list less room.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    focusRow(body.current, wanted.current)
    bringIntoSight(scroller.current, heights, wanted.current)
    wanted.current = null
  })
  const latest = useLatest({ props, go })
  return useCallback(
    (event: KeyboardEvent, index: number) => {
      const { rows, onRowKey } = latest.current.props
      const room = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
      const next = event.shiftKey ? undefined : rowReached(event, index, rows.length, room)
      const held = rows[index]
      if (next === undefined) return held && onRowKey?.(event, held, index, latest.current.go)
      event.preventDefault()
      latest.current.go(next)
    },
    [latest, scroller],
  )
}

interface DrawnRowsProps<Row> extends Pick<VirtualTableProps<Row>, 'rows' | 'current' | 'onCurrent'> {
  readonly columns: readonly Column<Row>[]
  readonly heights: RowHeights
  readonly ownColumns: boolean
  readonly selected: ReadonlySet<string> | undefined
  readonly onRowPress: VirtualTableProps<Row>['onRowPress'] | undefined
  readonly onKey: (event: KeyboardEvent, index: number) => void
  /** Indexes of the rows to draw, in their order. */
  readonly drawn: readonly number[]
  /** The row that Tab reaches. */
  readonly stop: number
}

/** The visible rows, with room for those before, between and after them. */
function DrawnRows<Row>(props: DrawnRowsProps<Row>) {
  const { rows, columns, heights, ownColumns, current, selected, onCurrent, onKey, onRowPress, drawn, stop } = props
  const lines: ReactNode[] = []
  let end = 0
  for (const index of drawn) {
    const held = rows[index]
    if (held === undefined) continue
    if (index > end) lines.push(<Space key={`before ${held.id}`} height={heights.topOf(index) - heights.topOf(end)} />)
    end = index + 1
    lines.push(
      <TableRow
        key={held.id}
        held={held}
        columns={columns}
        index={index}
        height={heights.topOf(end) - heights.topOf(index)}
        stop={index === stop}
        current={held.id === current}
        selected={selected?.has(held.id)}
        ownColumns={ownColumns}
        onFocus={onCurrent}
        onKey={onKey}
        onPress={onRowPress}
      />,
    )
  }
  const rest = heights.total - heights.topOf(end)
  return (
    <>
      {lines}
      {rest > 0 && <Space height={rest} />}
    </>
  )
}

/** The shown columns, in their order: the same array while nothing about them changes. */
function useShownColumns<Row>(
  all: readonly Column<Row>[],
  layout: ColumnLayout,
  onLayout: (layout: ColumnLayout) => void,
): { readonly table: ColumnTable; readonly columns: readonly Column<Row>[] } {
  const table = useColumnTable(
    useMemo(() => described(all), [all]),
    layout,
    onLayout,
  )
  const ids = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(' ')
  const columns = useMemo(() => ids.split(' ').flatMap(id => all.find(column => column.id === id) ?? []), [ids, all])
  return { table, columns }
}

function columnStyle<Row>({ id, wide, narrow }: Column<Row>, table: ColumnTable): CSSProperties | undefined {
  if (wide === true) return undefined
  const width = `${table.getColumn(id)?.getSize()}px`
  const isChosen = table.state.columnSizing[id] !== undefined
  return {
    '--column': width,
    '--column-narrow': narrow === undefined || isChosen ? width : `${narrow}px`,
  } as CSSProperties
}

/** Width of the wide column if the chosen others leave it less: the list scrolls sideways then. */
const LEAST_WIDE = 220

function leastWidth<Row>(columns: readonly Column<Row>[], table: ColumnTable): number {
  const width = ({ id, wide }: Column<Row>) => (wide === true ? LEAST_WIDE : (table.getColumn(id)?.getSize() ?? 0))
  return columns.reduce((sum, column) => sum + width(column), 0)
}

/** Space for rows that are not drawn. It spans no columns: hidden ones would come back as empty ones. */
function Space({ height }: { readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
    <tr aria-hidden="true" className={styles.space}>
      <td style={{ height }} />
    </tr>
  )
}

/** The head stays at the top of the box and covers the rows scrolled below it. */
function bringIntoSight(box: HTMLElement | null, heights: RowHeights, index: number): void {
  if (box === null) return
  const head = box.querySelector('thead')?.offsetHeight ?? 0
  scrollTo(box, { upper: heights.topOf(index), lower: heights.topOf(index + 1) }, 'nearest', head)
}

function focusRow(body: HTMLElement | null, index: number): void {
  body?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus({ preventScroll: true })
}
