import type { PanelTable } from '../../../shared/contract/metrics'
import type { PanelStep } from '../../../shared/contract/panel-steps'
import { unreachable } from '../../../shared/lib/unreachable'
import { inOrder, matches, renamed } from './name-match'
import { combinedColumn, computedColumn } from './row-columns'
import { filteredRows } from './row-filter'
import { grouped } from './row-groups'
import type { Cell, Rows } from './rows-of-cells'

export type TableStep = Extract<
  PanelStep,
  {
    readonly do:
      | 'rename'
      | 'keep'
      | 'drop'
      | 'unit'
      | 'order'
      | 'sort'
      | 'limit'
      | 'combine'
      | 'compute'
      | 'group'
      | 'filter'
  }
>

/** More than anybody reads during an incident. */
const MOST_ROWS = 100
const MOST_COLUMNS = 30

export function bounded({ columns, rows }: Rows): PanelTable {
  const shown = rows.slice(0, MOST_ROWS).map(row => row.slice(0, MOST_COLUMNS))
  return { columns: columns.slice(0, MOST_COLUMNS), rows: shown, more: rows.length - shown.length }
}

export function shapeRows(rows: Rows, steps: readonly TableStep[]): Rows {
  return steps.reduce(applied, rows)
}

function applied(table: Rows, step: TableStep): Rows {
  const { columns, rows } = table
  switch (step.do) {
    case 'rename':
      return { columns: columns.map(column => ({ ...column, name: renamed(column.name, step) })), rows }
    case 'keep':
      return withColumns(
        table,
        columns.filter(column => matches(step.what, column.name)),
      )
    case 'drop':
      return withColumns(
        table,
        columns.filter(column => !matches(step.what, column.name)),
      )
    case 'unit':
      return {
        columns: columns.map(column => (matches(step.what, column.name) ? { ...column, unit: step.unit } : column)),
        rows,
      }
    case 'order':
      return withColumns(table, inOrder(columns, step.names))
    case 'sort':
      return { columns, rows: sorted(table, step.by, step.descending) }
    case 'limit':
      return { columns, rows: rows.slice(0, step.count) }
    case 'combine':
      return combinedColumn(table, step)
    case 'compute':
      return computedColumn(table, step)
    case 'group':
      return grouped(table, step)
    case 'filter':
      return { columns, rows: filteredRows(table, step) }
    default:
      return unreachable(step)
  }
}

function withColumns({ columns, rows }: Rows, wanted: Rows['columns']): Rows {
  const places = wanted.map(column => columns.indexOf(column))
  return { columns: wanted, rows: rows.map(row => places.map(place => row[place] ?? null)) }
}

function sorted({ columns, rows }: Rows, by: string, descending: boolean): Rows['rows'] {
  const place = columns.findIndex(column => column.name === by)
  const rising = rows.toSorted((a, b) => compare(a[place] ?? null, b[place] ?? null))
  return place < 0 ? rows : descending ? rising.reverse() : rising
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a ?? '').localeCompare(String(b ?? ''), 'en', { numeric: true })
}
