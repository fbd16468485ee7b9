import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import type { HeldRow } from './held-order'
import type { Column } from './sorted-rows'

/** Height of a row with one line, in pixels. */
export const ROW_HEIGHT = 30

export interface TableRowProps<Row> {
  readonly held: HeldRow<Row>
  readonly columns: readonly Column<Row>[]
  readonly index: number
  readonly height: number
  /** The row that Tab reaches. */
  readonly stop: boolean
  readonly current: boolean
  /** Undefined if nothing can be selected. */
  readonly selected: boolean | undefined
  /** Whether minor columns can be hidden. */
  readonly ownColumns: boolean
  readonly onFocus: (id: string) => void
  readonly onKey: (event: KeyboardEvent, index: number) => void
  readonly onPress: ((event: MouseEvent, index: number) => void) | undefined
}

function Row<Content>(props: TableRowProps<Content>) {
  const { held, columns, index, height, stop, current, selected, ownColumns, onFocus, onKey, onPress } = props
  return (
    <tr
      tabIndex={stop ? 0 : -1}
      style={{ height }}
      data-index={index}
      data-gone={held.gone || undefined}
      // The head is the first row.
      aria-rowindex={index + 2}
      aria-current={current || undefined}
      aria-selected={selected}
      onFocus={() => onFocus(held.id)}
      onKeyDown={event => event.target === event.currentTarget && onKey(event, index)}
      onMouseDown={onPress && (event => onPress(event, index))}
    >
      {columns.map(({ id, cell, align, minor }) => (
        <td key={id} data-align={align} data-minor={ownColumns ? minor : undefined}>
          {cell(held.row, held)}
        </td>
      ))}
    </tr>
  )
}

/** Rendered again only when one of its props changes: scrolling adds a few rows, and leaves the others. */
export const TableRow = memo(Row) as typeof Row
