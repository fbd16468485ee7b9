import {
  type ColumnDef,
  type ColumnSort,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'
import type { HeldRow } from './held-order'

/** A column of a table. Rows are ordered by the columns that have `order`, the first of them first. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row, held: HeldRow<Row>) => ReactNode
  /** Negative: `a` stands above `b`. */
  readonly order?: (a: Row, b: Row) => number
  readonly align?: 'end'
  /** Takes the room that the others leave. */
  readonly wide?: boolean
  /** Hidden where the table is narrow. */
  readonly minor?: boolean
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

/**
 * [TB2] The rows in the order of the columns; equal rows keep the order in which they came. Hand in the same `columns`
 * and `rows` objects while they have not changed: the order is reckoned anew only for new ones.
 */
export function useSortedRows<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const defined = useMemo(() => columns.map(columnDefinition), [columns])
  const sorting = useMemo(() => columns.filter(({ order }) => order !== undefined).map(sortedBy), [columns])
  const table = useTable<typeof features, Row>({
    features,
    data: rows,
    columns: defined,
    getRowId: idOf,
    state: { sorting },
  })
  const model = table.getRowModel()
  return useMemo(() => model.rows.map(row => row.original), [model])
}

function columnDefinition<Row extends object>({ id, order }: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id,
    accessorFn: row => row,
    enableSorting: order !== undefined,
    sortFn: (a, b) => order?.(a.original, b.original) ?? 0,
  }
}

function sortedBy({ id }: { readonly id: string }): ColumnSort {
  return { id, desc: false }
}
