import type { PanelStep } from '../../../shared/contract/panel-steps'
import type { PanelTable } from '../../../shared/contract/views'
import { unreachable } from '../../../shared/lib/unreachable'
import { inOrder, matches, renamed } from './name-match'

export type TableStep = Extract<
  PanelStep,
  { readonly do: 'rename' | 'keep' | 'drop' | 'unit' | 'order' | 'sort' | 'limit' }
>
export type Rows = Pick<PanelTable, 'columns' | 'rows'>
type Cell = string | number | null

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

/** Columns that several queries have besides what they are joined by are numbered, as Grafana does: `pod 1`, `pod 2`. */
export function joined(frames: readonly Rows[], by: string | null): Rows {
  const keys = by === null ? commonColumns(frames) : [by]
  const fitting = frames.filter(frame => keys.every(key => placeOf(frame, key) >= 0))
  const own = fitting.map(frame => frame.columns.filter(column => !keys.includes(column.name)))
  const names = own.flat().map(column => column.name)
  const twice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name)
  const columns = own.flatMap((its, at) =>
    its.map(column => (twice(column.name) ? { ...column, name: `${column.name} ${at + 1}` } : column)),
  )
  const rows = new Map<string, Cell[]>()
  let offset = keys.length
  fitting.forEach((frame, at) => {
    const width = own[at]?.length ?? 0
    for (const row of frame.rows) {
      const key = keys.map(name => row[placeOf(frame, name)] ?? null)
      const name = JSON.stringify(key)
      const full = rows.get(name) ?? [...key, ...columns.map(() => null)]
      own[at]?.forEach((column, place) => {
        full[offset + place] = row[frame.columns.indexOf(column)] ?? null
      })
      rows.set(name, full)
    }
    offset += width
  })
  return { columns: [...keys.map(name => ({ name })), ...columns], rows: [...rows.values()] }
}

function placeOf(frame: Rows, name: string): number {
  return frame.columns.findIndex(column => column.name === name)
}

function commonColumns(frames: readonly Rows[]): readonly string[] {
  const [first, ...others] = frames
  const names = (first?.columns ?? []).map(column => column.name)
  return names.filter(name => others.every(frame => placeOf(frame, name) >= 0))
}
