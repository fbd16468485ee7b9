import type { PanelTable } from '../../../shared/contract/metrics'
import type { GroupColumn, PanelStep, StepOperand } from '../../../shared/contract/panel-steps'
import { figureOfLine } from '../../../shared/domain/figure'
import { unreachable } from '../../../shared/lib/unreachable'
import { compute } from './compute'
import { inMatchOrder, matches, renamedField } from './name-match'
import { filteredRows } from './row-filter'
import type { TableCell, TableRows } from './rows-of-cells'
import { columnIndex } from './rows-of-cells'

/** Rows with the same cells become one, in the order in which the first of each stood. Columns that are not there are left out. */
function grouped(table: TableRows, step: Extract<PanelStep, { readonly do: 'group' }>): TableRows {
  const keys = step.by.filter(name => columnIndex(table, name) >= 0)
  const made = step.columns.filter(({ column }) => columnIndex(table, column) >= 0)
  const cell = (row: readonly TableCell[], name: string) => row[columnIndex(table, name)] ?? null
  const groups = Map.groupBy(table.rows, row => JSON.stringify(keys.map(name => cell(row, name))))
  return {
    columns: [
      ...keys.map(name => ({ ...table.columns[columnIndex(table, name)], name })),
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
function unitOf(table: TableRows, { column, figure }: GroupColumn) {
  return figure === 'count' || figure === 'distinct' ? {} : table.columns[columnIndex(table, column)]
}

function together(cells: readonly TableCell[], figure: GroupColumn['figure']): TableCell {
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
        figureOfLine(
          told.filter(cell => typeof cell === 'number'),
          figure,
        ) ?? null
      )
  }
}

type Step<K extends PanelStep['do']> = Extract<PanelStep, { readonly do: K }>

/** One more column of the numbers in each row. */
function combinedColumn(table: TableRows, { figure, name, alone, of }: Step<'combine'>): TableRows {
  const places = table.columns.flatMap((column, at) => (of === undefined || of.includes(column.name) ? [at] : []))
  return withColumn(table, name, alone, row => {
    const numbers = places.map(at => row[at] ?? null).filter(cell => typeof cell === 'number')
    return figureOfLine(numbers, figure) ?? null
  })
}

/** One more column of two others; none where one of them is not there. */
function computedColumn(table: TableRows, { name, left, operator, right, alone }: Step<'compute'>): TableRows {
  const [of, by] = [left, right].map(operand => cellsOf(table, operand))
  if (of === undefined || by === undefined) return table
  return withColumn(table, name, alone, row => compute(of(row), operator, by(row)))
}

type NumberIn = (row: readonly TableCell[]) => number | null

function cellsOf(table: TableRows, operand: StepOperand): NumberIn | undefined {
  if ('number' in operand) return () => operand.number
  const at = columnIndex(table, operand.field)
  if (at < 0) return undefined
  return row => {
    const cell = row[at] ?? null
    return typeof cell === 'number' ? cell : null
  }
}

function withColumn({ columns, rows }: TableRows, name: string, alone: boolean, cell: NumberIn): TableRows {
  return {
    columns: alone ? [{ name }] : [...columns, { name }],
    rows: rows.map(row => (alone ? [cell(row)] : [...row, cell(row)])),
  }
}

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

export function bounded({ columns, rows }: TableRows): PanelTable {
  const shown = rows.slice(0, MOST_ROWS).map(row => row.slice(0, MOST_COLUMNS))
  return { columns: columns.slice(0, MOST_COLUMNS), rows: shown, more: rows.length - shown.length }
}

export function shapeRows(rows: TableRows, steps: readonly TableStep[]): TableRows {
  return steps.reduce(applied, rows)
}

function applied(table: TableRows, step: TableStep): TableRows {
  const { columns, rows } = table
  switch (step.do) {
    case 'rename':
      return { columns: columns.map(column => ({ ...column, name: renamedField(column.name, step) })), rows }
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
      return withColumns(table, inMatchOrder(columns, step.names))
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

function withColumns({ columns, rows }: TableRows, wanted: TableRows['columns']): TableRows {
  const places = wanted.map(column => columns.indexOf(column))
  return { columns: wanted, rows: rows.map(row => places.map(place => row[place] ?? null)) }
}

function sorted({ columns, rows }: TableRows, by: string, descending: boolean): TableRows['rows'] {
  const place = columns.findIndex(column => column.name === by)
  const rising = rows.toSorted((a, b) => compare(a[place] ?? null, b[place] ?? null))
  return place < 0 ? rows : descending ? rising.reverse() : rising
}

function compare(a: TableCell, b: TableCell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a ?? '').localeCompare(String(b ?? ''), 'en', { numeric: true })
}
