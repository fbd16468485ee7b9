import type { Column, ColumnSort } from './sorted-rows'

/** What somebody made of a table's columns. What they never touched is not in it, and follows the table's own mind. */
export interface ColumnLayout {
  /** Ids in their order; columns that are not named stand behind, as the table has them. */
  readonly order: readonly string[]
  /** Null: the table's own choice, which leaves out what is minor where it is narrow. */
  readonly shown: readonly string[] | null
  /** In pixels, by id. */
  readonly widths: Readonly<Record<string, number>>
  readonly sort: ColumnSort | null
}

export const ownLayout: ColumnLayout = { order: [], shown: null, widths: {}, sort: null }

const NARROWEST = 40
const WIDEST = 800

type Described = Pick<Column<never>, 'id' | 'extra' | 'wide' | 'width'>

/** All columns in the chosen order. */
export function inOrder<Col extends Described>(columns: readonly Col[], { order }: ColumnLayout): readonly Col[] {
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return columns.toSorted((a, b) => place(a.id) - place(b.id))
}

export function isShown({ id, extra, wide }: Described, { shown }: ColumnLayout): boolean {
  // Without what a row is about the others say nothing.
  if (wide === true) return true
  return shown === null ? extra !== true : shown.includes(id)
}

export function widthOf({ id, width }: Described, { widths }: ColumnLayout): number {
  return widths[id] ?? width
}

export function withColumn(columns: readonly Described[], layout: ColumnLayout, id: string, on: boolean): ColumnLayout {
  const now = columns.filter(column => isShown(column, layout)).map(column => column.id)
  return { ...layout, shown: on ? [...now.filter(one => one !== id), id] : now.filter(one => one !== id) }
}

/** Moves a column by one place; where there is none it stays. */
export function withPlace(columns: readonly Described[], layout: ColumnLayout, id: string, by: 1 | -1): ColumnLayout {
  const order = inOrder(columns, layout).map(column => column.id)
  const from = order.indexOf(id)
  const to = from + by
  const other = order[to]
  if (from < 0 || other === undefined) return layout
  return { ...layout, order: order.with(to, id).with(from, other) }
}

export function withWidth(layout: ColumnLayout, id: string, width: number): ColumnLayout {
  const kept = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)))
  return { ...layout, widths: { ...layout.widths, [id]: kept } }
}

/** By this column, then by it backwards, then in the table's own order again. */
export function withNextSort(layout: ColumnLayout, id: string): ColumnLayout {
  const { sort } = layout
  if (sort?.column !== id) return { ...layout, sort: { column: id, back: false } }
  return { ...layout, sort: sort.back ? null : { column: id, back: true } }
}
