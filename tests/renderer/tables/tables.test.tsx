import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { holdOrder } from '../../../src/renderer/tables/held-order'
import { type Column, useSortedRows } from '../../../src/renderer/tables/sorted-rows'
import { SortedTable } from '../../../src/renderer/tables/sorted-table'

interface Row {
  readonly id: string
  readonly rank: number
  readonly age: number
}

afterEach(cleanup)

const idOf = (row: Row) => row.id
const columns: readonly Column<Row>[] = [
  { id: 'rank', title: 'Rank', cell: row => row.rank, order: (a, b) => a.rank - b.rank },
  { id: 'name', title: 'Name', cell: row => row.id },
  { id: 'age', title: 'Age', cell: row => row.age, order: (a, b) => a.age - b.age },
]
const rows: readonly Row[] = [
  { id: 'calm', rank: 3, age: 1 },
  { id: 'loud-old', rank: 1, age: 9 },
  { id: 'loud-new', rank: 1, age: 2 },
]

function Table({ given }: { given: readonly Row[] }) {
  const sorted = useSortedRows(columns, given, idOf)
  const [current, setCurrent] = useState<string | null>(null)
  const { rows: shown } = holdOrder([], sorted, idOf, false)
  return <SortedTable name="Rows" columns={columns} rows={shown} current={current} onCurrent={setCurrent} />
}

describe('[TB1] a held order', () => {
  const shown = holdOrder([], rows, idOf, false).rows
  const fresh = [{ id: 'new', rank: 0, age: 0 }, { id: 'calm', rank: 0, age: 5 }, rows[2] as Row]
  const held = holdOrder(shown, fresh, idOf, true)

  it('keeps every row where it was, with its newest content', () => {
    expect(held.rows.map(({ id }) => id)).toEqual(['calm', 'loud-old', 'loud-new'])
    expect(held.rows[0]?.row.age).toBe(5)
  })
  it('leaves a row that has gone in its place, marked', () => {
    expect(held.rows.map(({ gone }) => gone)).toEqual([false, true, false])
  })
  it('counts the new ones', () => {
    expect(held.waiting).toBe(1)
  })
  it('lets go', () => {
    expect(holdOrder(held.rows, fresh, idOf, false).rows.map(({ id }) => id)).toEqual(['new', 'calm', 'loud-new'])
  })
})

describe('a table', () => {
  const order = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent)

  it('[TB2] sorts by its columns, the first of them first', () => {
    const { rerender } = render(<Table given={rows} />)
    expect(order()).toEqual(['1loud-new2', '1loud-old9', '3calm1'])
    rerender(<Table given={[...rows, { id: 'top', rank: 0, age: 0 }]} />)
    expect(order()[0]).toBe('0top0')
  })
  it('[TB3] has one Tab stop, which the keys move', () => {
    render(<Table given={rows} />)
    const lines = screen.getAllByRole('row').slice(1)
    expect(lines.filter(row => row.tabIndex === 0)).toHaveLength(1)
    lines[0]?.focus()
    fireEvent.keyDown(lines[0] as Element, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(lines[1])
    expect(lines[1]?.tabIndex).toBe(0)
    fireEvent.keyDown(lines[1] as Element, { key: 'End' })
    expect(document.activeElement).toBe(lines[2])
    fireEvent.keyDown(lines[2] as Element, { key: 'ArrowUp' })
    expect(document.activeElement).toBe(lines[1])
  })
})
