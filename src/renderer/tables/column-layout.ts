import type { ColumnOrderState, ColumnSizingState, ColumnVisibilityState, SortingState } from '@tanstack/react-table'

/** The column that sorts a table, and whether in descending order. */
export interface ColumnSort {
  readonly column: string
  readonly back: boolean
}

/** The user's changes to a table's columns, as stored. What they never changed follows the table's defaults. */
export interface ColumnLayout {
  /** Ids in their order; columns not listed come after them, in the table's order. */
  readonly order: readonly string[]
  /** Null: the table's default, which hides minor columns where it is narrow. */
  readonly shown: readonly string[] | null
  /** In pixels, by id. */
  readonly widths: Readonly<Record<string, number>>
  readonly sort: ColumnSort | null
}

export const ownLayout: ColumnLayout = { order: [], shown: null, widths: {}, sort: null }

/** The part of a column that does not depend on the rows. */
export interface DescribedColumn {
  readonly id: string
  readonly title: string
  /** In pixels, until the user sets another width. */
  readonly width: number
  /** Takes the rest of the room, and is always shown: without it the others mean nothing. */
  readonly wide?: boolean
  /** Hidden until the user chooses it. */
  readonly extra?: boolean
  readonly sorts: boolean
}

/** The layout as the table library holds it. */
export interface ColumnState {
  readonly columnOrder: ColumnOrderState
  readonly columnVisibility: ColumnVisibilityState
  readonly columnSizing: ColumnSizingState
  readonly sorting: SortingState
}

export function stateOf(columns: readonly DescribedColumn[], layout: ColumnLayout): ColumnState {
  const { order, shown, widths, sort } = layout
  const isShown = ({ id, wide, extra }: DescribedColumn) =>
    wide === true || (shown === null ? extra !== true : shown.includes(id))
  return {
    columnOrder: [...order],
    columnVisibility: Object.fromEntries(columns.map(column => [column.id, isShown(column)])),
    columnSizing: widths,
    sorting: sort === null ? [] : [{ id: sort.column, desc: sort.back }],
  }
}

/** The stored layout after a change; unchanged parts stay as they were. */
export function layoutWith(
  columns: readonly DescribedColumn[],
  layout: ColumnLayout,
  { columnOrder, columnVisibility, columnSizing, sorting }: Partial<ColumnState>,
): ColumnLayout {
  const isShown = ({ id }: DescribedColumn) => columnVisibility?.[id] !== false
  return {
    order: columnOrder ?? layout.order,
    shown: columnVisibility === undefined ? layout.shown : columns.filter(isShown).map(({ id }) => id),
    widths: columnSizing ?? layout.widths,
    sort: sorting === undefined ? layout.sort : sortIn(sorting),
  }
}

function sortIn([first]: SortingState): ColumnSort | null {
  return first === undefined ? null : { column: first.id, back: first.desc }
}
