import '../../support/browser-gaps'
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { type ColumnLayout, ownLayout } from '../../../src/renderer/tables/column-layout'
import { holdOrder } from '../../../src/renderer/tables/held-order'
import { type Column, described, useSortedRows } from '../../../src/renderer/tables/sorted-rows'
import { readLayout } from '../../../src/renderer/tables/stored-layout'
import {
  type ColumnTable,
  moveColumn,
  resizeColumn,
  useColumnTable,
} from '../../../src/renderer/tables/use-column-table'
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
  const some = described(columns)

  /** The columns as a layout has them; what is done with them changes it. */
  function opened(stored: ColumnLayout = ownLayout, all = some) {
    let layout = stored
    const { result, rerender } = renderHook(() => {
      const [now, setNow] = useState(layout)
      layout = now
      return useColumnTable(all, now, setNow)
    })
    return {
      layout: () => layout,
      shown: () => result.current.getVisibleLeafColumns().map(({ id }) => id),
      width: (id: string) => result.current.getColumn(id)?.getSize(),
      change(what: (table: ColumnTable) => void) {
        act(() => what(result.current))
        rerender()
      },
    }
  }

  it('are left out and brought back, but never the one that says what a row is', () => {
    const { shown, change } = opened()
    change(table => table.getColumn('rank')?.toggleVisibility(false))
    expect(shown()).toEqual(['name', 'age'])
    change(table => table.getColumn('rank')?.toggleVisibility(true))
    expect(shown()).toEqual(['rank', 'name', 'age'])
    change(table => table.getColumn('name')?.toggleVisibility(false))
    expect(shown()).toContain('name')
  })
  it('are those of the table until somebody chooses: an extra one waits, and the stored choice holds', () => {
    const all = [...some, { id: 'extra', title: 'Extra', width: 40, extra: true, sorts: false }]
    expect(opened(ownLayout, all).shown()).toEqual(['rank', 'name', 'age'])
    const stored = { ...ownLayout, order: ['age', 'gone'], shown: ['extra', 'age'] }
    expect(opened(stored, all).shown()).toEqual(['age', 'name', 'extra'])
  })
  it('change places, not beyond the ends', () => {
    const { shown, layout, change } = opened()
    change(table => moveColumn(table, 'age', -1))
    expect(shown()).toEqual(['rank', 'age', 'name'])
    const before = layout()
    change(table => moveColumn(table, 'rank', -1))
    expect(layout()).toBe(before)
  })
  it('get no width that hides them or leaves no room', () => {
    const { width, layout, change } = opened()
    change(table => resizeColumn(table, 'rank', 3))
    expect(width('rank')).toBe(40)
    change(table => resizeColumn(table, 'rank', 9_000))
    expect(width('rank')).toBe(800)
    expect(layout().widths).toEqual({ rank: 800 })
    expect(width('age')).toBe(40)
  })
  it('are stored as text, and anything else is the own layout', () => {
    const { layout, change } = opened()
    change(table => table.getColumn('rank')?.toggleVisibility(false))
    change(table => resizeColumn(table, 'age', 90))
    change(table => table.getColumn('age')?.toggleSorting())
    expect(layout()).toEqual({
      order: [],
      shown: ['name', 'age'],
      widths: { age: 90 },
      sort: { column: 'age', back: false },
    })
    expect(readLayout(JSON.stringify(layout()))).toEqual(layout())
    for (const text of [null, '[]', '{"shown":3,"widths":{"age":"x"},"sort":1}'])
      expect(readLayout(text)).toEqual(ownLayout)
  })
})
