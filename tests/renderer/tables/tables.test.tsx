import '../../support/browser-gaps'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import {
  inOrder,
  isShown,
  ownLayout,
  widthOf,
  withColumn,
  withNextSort,
  withPlace,
  withWidth,
} from '../../../src/renderer/tables/column-layout'
import { holdOrder } from '../../../src/renderer/tables/held-order'
import { readLayout } from '../../../src/renderer/tables/kept-layout'
import { type Column, useSortedRows } from '../../../src/renderer/tables/sorted-rows'
import { VirtualTable } from '../../../src/renderer/tables/virtual-table'

interface Row {
  readonly id: string
  readonly rank: number
  readonly age: number
}

afterEach(cleanup)

const idOf = (row: Row) => row.id
const columns: readonly Column<Row>[] = [
  { id: 'rank', title: 'Rank', width: 40, cell: row => row.rank, order: (a, b) => a.rank - b.rank },
  { id: 'name', title: 'Name', width: 80, wide: true, cell: row => row.id },
  { id: 'age', title: 'Age', width: 40, cell: row => row.age, order: (a, b) => a.age - b.age },
]
const rows: readonly Row[] = [
  { id: 'calm', rank: 3, age: 1 },
  { id: 'loud-old', rank: 1, age: 9 },
  { id: 'loud-new', rank: 1, age: 2 },
]

const own = (a: Row, b: Row) => a.rank - b.rank || a.age - b.age

function Table({ given }: { given: readonly Row[] }) {
  const [layout, setLayout] = useState(ownLayout)
  const sorted = useSortedRows(given, columns, layout.sort, own)
  const [current, setCurrent] = useState<string | null>(null)
  const { rows: shown } = holdOrder([], sorted, idOf, false)
  return (
    <VirtualTable
      name="Rows"
      columns={columns}
      rows={shown}
      current={current}
      onCurrent={setCurrent}
      layout={layout}
      onLayout={setLayout}
    />
  )
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

  it('[TB2] stands in its own order, and by a column once its head is pressed, backwards by a second press', () => {
    render(<Table given={rows} />)
    expect(order()).toEqual(['1loud-new2', '1loud-old9', '3calm1'])
    const age = screen.getByRole('button', { name: 'Age' })
    fireEvent.click(age)
    expect(order()).toEqual(['3calm1', '1loud-new2', '1loud-old9'])
    fireEvent.click(age)
    expect(order()[0]).toBe('1loud-old9')
    expect(screen.getByRole('columnheader', { name: /Age/ }).getAttribute('aria-sort')).toBe('descending')
    fireEvent.click(age)
    expect(order()).toEqual(['1loud-new2', '1loud-old9', '3calm1'])
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

  it('[TB4] draws only what is seen of many rows, says how many there are, and keeps the focus over any jump', () => {
    render(<Table given={Array.from({ length: 50_000 }, (_, at) => ({ id: `r${at}`, rank: 1, age: at }))} />)
    const table = screen.getByRole('table')
    const drawn = () => screen.getAllByRole('row').slice(1)
    expect(table.getAttribute('aria-rowcount')).toBe('50001')
    expect(drawn().length).toBeLessThan(60)
    drawn()[0]?.focus()
    fireEvent.keyDown(document.activeElement as Element, { key: 'End' })
    expect(document.activeElement?.textContent).toBe('1r4999949999')
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('50001')
    fireEvent.keyDown(document.activeElement as Element, { key: 'PageUp' })
    expect(document.activeElement?.textContent).toMatch(/^1r499[78]\d/)
    expect(drawn().length).toBeLessThan(80)
  })
})

describe('[TB5] columns', () => {
  const shown = (layout: typeof ownLayout) =>
    inOrder(columns, layout)
      .filter(column => isShown(column, layout))
      .map(({ id }) => id)

  it('are left out and brought back, but never the one that says what a row is', () => {
    const without = withColumn(columns, ownLayout, 'rank', false)
    expect(shown(without)).toEqual(['name', 'age'])
    expect(shown(withColumn(columns, without, 'rank', true))).toEqual(['rank', 'name', 'age'])
    expect(shown(withColumn(columns, ownLayout, 'name', false))).toContain('name')
  })
  it('change places, not beyond the ends', () => {
    const moved = withPlace(columns, ownLayout, 'age', -1)
    expect(shown(moved)).toEqual(['rank', 'age', 'name'])
    expect(withPlace(columns, moved, 'rank', -1)).toBe(moved)
  })
  it('get no width that hides them or leaves no room', () => {
    const [rank] = columns
    expect(rank && widthOf(rank, withWidth(ownLayout, 'rank', 3))).toBe(40)
    expect(rank && widthOf(rank, withWidth(ownLayout, 'rank', 9_000))).toBe(800)
  })
  it('are kept as text, and anything else is the own layout', () => {
    const layout = withNextSort(withWidth(withColumn(columns, ownLayout, 'rank', false), 'age', 90), 'age')
    expect(readLayout(JSON.stringify(layout))).toEqual(layout)
    for (const text of [null, '[]', '{"shown":3,"widths":{"age":"x"},"sort":1}'])
      expect(readLayout(text)).toEqual(ownLayout)
  })
})
