import type { PointerEvent } from 'react'
import type { Column } from './sorted-rows'
import { type ColumnTable, resizeColumn } from './use-column-table'
import styles from './virtual-table.module.css'

export interface TableHeadProps<Row> {
  readonly table: ColumnTable
  /** The shown columns, in their order. */
  readonly columns: readonly Column<Row>[]
  /** Whether minor columns can be hidden. */
  readonly ownColumns: boolean
}

/**
 * The heads of the columns: a press sorts, the right edge is dragged. With the keyboard the columns dialog does both.
 */
export function TableHead<Row>({ table, columns, ownColumns }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, title, align, minor, narrow, wide }) => {
          const column = table.getColumn(id)
          const sorted = column?.getIsSorted() ?? false
          return (
            <th
              key={id}
              scope="col"
              data-align={align}
              data-column={id}
              data-minor={ownColumns ? minor : undefined}
              data-narrow={narrow !== undefined || undefined}
              aria-sort={sorted === false ? undefined : sortWords[sorted]}
            >
              {column?.getCanSort() === true ? (
                <button type="button" tabIndex={-1} className={styles.sort} onClick={() => column.toggleSorting()}>
                  {title}
                  {sorted !== false && <span aria-hidden="true">{sorted === 'desc' ? ' ↓' : ' ↑'}</span>}
                </button>
              ) : (
                title
              )}
              {column !== undefined && wide !== true && (
                <span
                  className={styles.edge}
                  onPointerDown={event => drag(event, column.getSize(), width => resizeColumn(table, id, width))}
                />
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

const sortWords = { asc: 'ascending', desc: 'descending' } as const

/** The pointer is captured until it is released, wherever it goes. */
function drag(event: PointerEvent<HTMLElement>, width: number, onWidth: (width: number) => void): void {
  const { currentTarget: edge, pointerId, clientX: from } = event
  const move = ({ clientX }: globalThis.PointerEvent) => onWidth(width + clientX - from)
  const end = () => {
    edge.removeEventListener('pointermove', move)
    edge.removeEventListener('pointerup', end)
    edge.removeEventListener('pointercancel', end)
  }
  event.preventDefault()
  edge.setPointerCapture(pointerId)
  edge.addEventListener('pointermove', move)
  edge.addEventListener('pointerup', end)
  edge.addEventListener('pointercancel', end)
}
