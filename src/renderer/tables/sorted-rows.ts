import { type ReactNode, useMemo } from 'react'
import type { ColumnSort, DescribedColumn } from './column-layout'
import type { HeldRow } from './held-order'

/** A column of a table. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row, held: HeldRow<Row>) => ReactNode
  /** Negative: `a` is above `b`. Absent: the table cannot be sorted by it. */
  readonly order?: (a: Row, b: Row) => number
  readonly align?: 'end'
  /** In pixels, until the user sets another width. The wide column takes the rest of the room. */
  readonly width: number
  readonly wide?: boolean
  /** In pixels where the table is narrow: the head is hidden there, and cells show a shorter text. */
  readonly narrow?: number
  /** Hidden where the table is narrow, unless the user chose the columns; `most`: also where it is not very wide. */
  readonly minor?: true | 'most'
  /** Hidden until the user chooses it. */
  readonly extra?: boolean
}

/** The part of the columns that does not depend on the rows. */
export function described<Row>(columns: readonly Column<Row>[]): readonly DescribedColumn[] {
  return columns.map(({ id, title, width, wide, extra, order }) => ({
    ...{ id, title, width, sorts: order !== undefined },
    ...(wide && { wide }),
    ...(extra && { extra }),
  }))
}

type Order<Row> = (a: Row, b: Row) => number

/**
 * [TB2] The rows in the order of the chosen column; equal rows, and all rows while no column is chosen, in the table's
 * own order. Not sorted by the table library, which makes an object of each row: 200 ms for 50,000 instead of 15.
 */
export function useSortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: ColumnSort | null,
  own: Order<Row>,
): readonly Row[] {
  return useMemo(() => rows.toSorted(orderBy(columns, sort, own)), [rows, columns, sort, own])
}

function orderBy<Row>(columns: readonly Column<Row>[], sort: ColumnSort | null, own: Order<Row>): Order<Row> {
  const order = columns.find(({ id }) => id === sort?.column)?.order
  if (order === undefined) return own
  const way = sort?.back === true ? -1 : 1
  return (a, b) => way * order(a, b) || own(a, b)
}
