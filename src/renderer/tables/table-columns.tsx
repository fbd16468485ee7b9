import { onDemand } from '../ui/on-demand'
import type { ColumnLayout } from './column-layout'
import { type Column, described } from './sorted-rows'

const ColumnsDialog = onDemand(async () => (await import('./columns-dialog')).ColumnsDialog)

export interface TableColumnsProps<Row> {
  readonly opened: boolean
  readonly onClose: () => void
  readonly columns: readonly Column<Row>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
}

/** The dialog of a table's columns. */
export function TableColumns<Row>({ columns, ...rest }: TableColumnsProps<Row>) {
  return <ColumnsDialog {...rest} columns={described(columns)} />
}
