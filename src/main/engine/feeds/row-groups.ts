import type { GroupColumn, PanelStep } from '../../../shared/contract/panel-steps'
import { figureOf } from '../../../shared/domain/figure'
import { type Cell, placeOf, type Rows } from './rows-of-cells'

/** Rows with the same cells become one, in the order in which the first of each stood. Columns that are not there are left out. */
export function grouped(table: Rows, step: Extract<PanelStep, { readonly do: 'group' }>): Rows {
  const keys = step.by.filter(name => placeOf(table, name) >= 0)
  const made = step.columns.filter(({ column }) => placeOf(table, column) >= 0)
  const cell = (row: readonly Cell[], name: string) => row[placeOf(table, name)] ?? null
  const groups = Map.groupBy(table.rows, row => JSON.stringify(keys.map(name => cell(row, name))))
  return {
    columns: [
      ...keys.map(name => ({ ...table.columns[placeOf(table, name)], name })),
      ...made.map(column => ({ ...unitOf(table, column), name: column.name })),
    ],
    rows: [...groups.values()].map(rows => [
      ...keys.map(name => cell(rows[0] ?? [], name)),
      ...made.map(({ column, figure }) =>
        together(
          rows.map(row => cell(row, column)),
          figure,
        ),
      ),
    ]),
  }
}

/** How many there are is in no unit. */
function unitOf(table: Rows, { column, figure }: GroupColumn) {
  return figure === 'count' || figure === 'distinct' ? {} : table.columns[placeOf(table, column)]
}

function together(cells: readonly Cell[], figure: GroupColumn['figure']): Cell {
  const told = cells.filter(cell => cell !== null)
  switch (figure) {
    case 'unique':
      return [...new Set(told)].join(', ')
    case 'distinct':
      return new Set(told).size
    case 'count':
      return cells.length
    case 'first':
      return told[0] ?? null
    case 'last':
      return told.at(-1) ?? null
    default:
      return (
        figureOf(
          told.filter(cell => typeof cell === 'number'),
          figure,
        ) ?? null
      )
  }
}
