import type { PanelTable } from '../../../shared/contract/metrics'

export type Rows = Pick<PanelTable, 'columns' | 'rows'>
export type Cell = string | number | null

/** Where a column stands; -1: there is none of that name. */
export function placeOf({ columns }: Rows, name: string): number {
  return columns.findIndex(column => column.name === name)
}
