import type { PanelTable } from '../../../shared/contract/metrics'

export type TableRows = Pick<PanelTable, 'columns' | 'rows'>
export type TableCell = string | number | null

/** The place of a column; -1: there is none of that name. */
export function columnIndex({ columns }: TableRows, name: string): number {
  return columns.findIndex(column => column.name === name)
}
