import type { RefObject } from 'react'
import { onDemand } from '../ui/on-demand'
import type { ColumnLayout } from './column-layout'
import { type Column, described } from './sorted-rows'

const ColumnsDialog = onDemand(async () => (await import('./columns-dialog')).ColumnsDialog)

export interface TableColumnsProps<Row> {
  readonly opened: boolean
  readonly onClose: () => void
  readonly columns: readonly Column<Row>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  /** The element that contains the table. */
  readonly zone: RefObject<HTMLElement | null>
}

/** The dialog of a table's columns. */
export function TableColumns<Row>({ columns, zone, ...rest }: TableColumnsProps<Row>) {
  const out = rest.opened ? leftOut(zone.current) : none
  return <ColumnsDialog {...rest} columns={described(columns)} leftOut={out} />
}

const none: ReadonlySet<string> = new Set()

/** Columns that the style sheet hides, because the table has no room for them. */
function leftOut(zone: HTMLElement | null): ReadonlySet<string> {
  const heads = [...(zone?.querySelectorAll<HTMLElement>('th[data-column]') ?? [])]
  const out = heads.filter(head => getComputedStyle(head).display === 'none')
  return new Set(out.map(({ dataset }) => dataset['column'] ?? ''))
}
