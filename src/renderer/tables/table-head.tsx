import type { PointerEvent } from 'react'
import { type ColumnLayout, widthOf, withNextSort, withWidth } from './column-layout'
import type { Column } from './sorted-rows'
import styles from './virtual-table.module.css'

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly layout: ColumnLayout
  readonly onLayout?: ((layout: ColumnLayout) => void) | undefined
}

/** The heads of the columns: a press sorts, the right edge is dragged. From the keyboard the columns' dialog does both. */
export function TableHead<Row>({ columns, layout, onLayout }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(column => (
          <th
            key={column.id}
            scope="col"
            data-align={column.align}
            data-minor={isMinor(column, layout)}
            data-narrow={column.narrow !== undefined || undefined}
            aria-sort={sortWord(column.id, layout)}
          >
            {column.order === undefined || onLayout === undefined ? (
              column.title
            ) : (
              <button
                type="button"
                tabIndex={-1}
                className={styles.sort}
                onClick={() => onLayout(withNextSort(layout, column.id))}
              >
                {column.title}
                {layout.sort?.column === column.id && <span aria-hidden="true">{layout.sort.back ? ' ↓' : ' ↑'}</span>}
              </button>
            )}
            {onLayout !== undefined && column.wide !== true && (
              <span
                className={styles.edge}
                onPointerDown={event =>
                  drag(event, widthOf(column, layout), width => onLayout(withWidth(layout, column.id, width)))
                }
              />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export function isMinor<Row>({ minor }: Column<Row>, { shown }: ColumnLayout): true | 'most' | undefined {
  return shown === null ? minor : undefined
}

function sortWord(id: string, { sort }: ColumnLayout): 'ascending' | 'descending' | undefined {
  if (sort?.column !== id) return undefined
  return sort.back ? 'descending' : 'ascending'
}

/** The pointer is held until it is let go, wherever it goes. */
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
