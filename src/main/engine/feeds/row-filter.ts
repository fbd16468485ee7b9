import type { CellTest, PanelStep } from '../../../shared/contract/panel-steps'
import { unreachable } from '../../../shared/lib/unreachable'
import { MATCHED_NAME_LIMIT } from './name-match'
import { columnIndex, type TableCell, type TableRows } from './rows-of-cells'

/** A test of a column that is not there says nothing: Grafana leaves it out too. */
export function filteredRows(
  table: TableRows,
  { keep, all, tests }: Extract<PanelStep, { readonly do: 'filter' }>,
): TableRows['rows'] {
  const asked = tests.map(test => ({ test, at: columnIndex(table, test.column) })).filter(({ at }) => at >= 0)
  if (asked.length === 0) return table.rows
  const holds = (row: readonly TableCell[]) => {
    const fits = ({ test, at }: (typeof asked)[number]) => fitsCell(row[at] ?? null, test)
    return all ? asked.every(fits) : asked.some(fits)
  }
  return table.rows.filter(row => holds(row) === keep)
}

function fitsCell(cell: TableCell, { is, to, upTo = '' }: CellTest): boolean {
  const [value, bound] = [Number(cell), Number(to)]
  const isNumber = cell !== null && cell !== '' && !Number.isNaN(value)
  switch (is) {
    case 'null':
      return cell === null
    case 'not-null':
      return cell !== null
    case 'equal':
      return isEqual(cell, to)
    case 'not-equal':
      return !isEqual(cell, to)
    case 'greater':
      return isNumber && value > bound
    case 'greater-or-equal':
      return isNumber && value >= bound
    case 'lower':
      return isNumber && value < bound
    case 'lower-or-equal':
      return isNumber && value <= bound
    case 'between':
      return isNumber && value >= bound && value <= Number(upTo)
    case 'pattern':
      return cell !== null && new RegExp(to).test(String(cell).slice(0, MATCHED_NAME_LIMIT))
    case 'contains':
      return cell !== null && holdsText(cell, to)
    case 'not-contains':
      return cell === null || !holdsText(cell, to)
    default:
      return unreachable(is)
  }
}

function isEqual(cell: TableCell, to: string): boolean {
  return cell !== null && (typeof cell === 'number' && to.trim() !== '' ? cell === Number(to) : String(cell) === to)
}

function holdsText(cell: string | number, to: string): boolean {
  return String(cell).toLowerCase().includes(to.toLowerCase())
}
