import type { PanelStep, StepOperand } from '../../../shared/contract/panel-steps'
import { figureOf } from '../../../shared/domain/figure'
import { compute } from './compute'
import { type Cell, placeOf, type Rows } from './rows-of-cells'

type Step<K extends PanelStep['do']> = Extract<PanelStep, { readonly do: K }>

/** One more column of the numbers in each row. */
export function combinedColumn(table: Rows, { figure, name, alone, of }: Step<'combine'>): Rows {
  const places = table.columns.flatMap((column, at) => (of === undefined || of.includes(column.name) ? [at] : []))
  return withColumn(table, name, alone, row => {
    const numbers = places.map(at => row[at] ?? null).filter(cell => typeof cell === 'number')
    return figureOf(numbers, figure) ?? null
  })
}

/** One more column of two others; none where one of them is not there. */
export function computedColumn(table: Rows, { name, left, operator, right, alone }: Step<'compute'>): Rows {
  const [of, by] = [left, right].map(operand => cellsOf(table, operand))
  if (of === undefined || by === undefined) return table
  return withColumn(table, name, alone, row => compute(of(row), operator, by(row)))
}

type NumberIn = (row: readonly Cell[]) => number | null

function cellsOf(table: Rows, operand: StepOperand): NumberIn | undefined {
  if ('number' in operand) return () => operand.number
  const at = placeOf(table, operand.field)
  if (at < 0) return undefined
  return row => {
    const cell = row[at] ?? null
    return typeof cell === 'number' ? cell : null
  }
}

function withColumn({ columns, rows }: Rows, name: string, alone: boolean, cell: NumberIn): Rows {
  return {
    columns: alone ? [{ name }] : [...columns, { name }],
    rows: rows.map(row => (alone ? [cell(row)] : [...row, cell(row)])),
  }
}
