import { type KeyboardEvent, useRef } from 'react'
import type { HeldRow } from './held-order'
import { rowReached } from './row-keys'
import type { Column } from './sorted-rows'
import styles from './sorted-table.module.css'

export interface SortedTableProps<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly HeldRow<Row>[]
  /** The row that Tab reaches; the arrow keys, Home and End move it. */
  readonly current: string | null
  readonly onCurrent: (id: string) => void
  /** A key that the table does not use itself, pressed on a row. */
  readonly onRowKey?: (event: KeyboardEvent, row: HeldRow<Row>) => void
}

/** Real table rows, one Tab stop for all of them. Put it in a scrolling box: its head stays at the top of that. */
export function SortedTable<Row>({ name, columns, rows, current, onCurrent, onRowKey }: SortedTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const stop = rows.some(row => row.id === current) ? current : (rows[0]?.id ?? null)
  const onKey = (event: KeyboardEvent, row: HeldRow<Row>) => {
    if (event.target !== event.currentTarget) return
    const next = rowReached(event, rows.indexOf(row), rows.length)
    if (next === undefined) return onRowKey?.(event, row)
    event.preventDefault()
    const reached = body.current?.rows.item(next)
    reached?.focus()
    reached?.scrollIntoView?.({ block: 'nearest' })
  }
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ id, title, align, minor, wide }) => (
            <th key={id} scope="col" data-align={align} data-minor={minor} data-wide={wide}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map(row => (
          <tr
            key={row.id}
            tabIndex={row.id === stop ? 0 : -1}
            data-gone={row.gone || undefined}
            aria-current={row.id === current || undefined}
            onFocus={() => onCurrent(row.id)}
            onKeyDown={event => onKey(event, row)}
          >
            {columns.map(({ id, cell, align, minor, wide }) => (
              <td key={id} data-align={align} data-minor={minor} data-wide={wide}>
                {cell(row.row, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
