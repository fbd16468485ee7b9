import {
  type ColumnDef,
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  type ReactTable,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { type ColumnLayout, type DescribedColumn, layoutWith, stateOf } from './column-layout'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})

export type ColumnTable = ReactTable<typeof features, object>

const NARROWEST = 40
const WIDEST = 800

/**
 * The library gets no rows: it would make an object of each, while rows are sorted before and drawn by `virtual`, a few
 * at a time.
 */
const noRows: readonly object[] = []

/** [TB5] The order, visibility, widths and sorting of a table's columns, as they are stored in its layout. */
export function useColumnTable(
  columns: readonly DescribedColumn[],
  layout: ColumnLayout,
  onLayout: (layout: ColumnLayout) => void,
): ColumnTable {
  const definitions = useMemo(() => columns.map(definitionOf), [columns])
  const state = useMemo(() => stateOf(columns, layout), [columns, layout])
  const change = (changed: Parameters<typeof layoutWith>[2]) => onLayout(layoutWith(columns, layout, changed))
  return useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: false,
    state,
    onColumnOrderChange: next => change({ columnOrder: functionalUpdate(next, state.columnOrder) }),
    onColumnVisibilityChange: next => change({ columnVisibility: functionalUpdate(next, state.columnVisibility) }),
    onColumnSizingChange: next => change({ columnSizing: functionalUpdate(next, state.columnSizing) }),
    onSortingChange: next => change({ sorting: functionalUpdate(next, state.sorting) }),
  })
}

function definitionOf({ id, title, width, wide, sorts }: DescribedColumn): ColumnDef<typeof features, object> {
  return {
    id,
    header: title,
    // Without an accessor the library treats a column as not sortable.
    accessorFn: row => row,
    size: width,
    minSize: NARROWEST,
    maxSize: WIDEST,
    enableSorting: sorts,
    enableHiding: wide !== true,
  }
}

/** Moves a column by one place; at either end it stays. */
export function moveColumn(table: ColumnTable, id: string, by: 1 | -1): void {
  const order = table.getAllLeafColumns().map(column => column.id)
  const from = order.indexOf(id)
  const other = order[from + by]
  if (from < 0 || other === undefined) return
  table.setColumnOrder(order.with(from + by, id).with(from, other))
}

/** Sets a column's width, in pixels, so that neither it nor the others disappear. */
export function resizeColumn(table: ColumnTable, id: string, width: number): void {
  const kept = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)))
  table.setColumnSizing(widths => ({ ...widths, [id]: kept }))
}
