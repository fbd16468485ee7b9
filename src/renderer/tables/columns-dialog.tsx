import { type KeyboardEvent, useRef } from 'react'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { KeyHint } from '../ui/key-hint'
import type { DialogPart } from '../ui/on-demand'
import { type ColumnLayout, type DescribedColumn, ownLayout } from './column-layout'
import styles from './columns-dialog.module.css'
import { type ColumnTable, moveColumn, resizeColumn, useColumnTable } from './use-column-table'

const text = texts.columns

export interface ColumnsDialogProps extends DialogPart {
  readonly columns: readonly DescribedColumn[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  /** Columns for which the table has no room now. */
  readonly leftOut: ReadonlySet<string>
}

const WIDTH_STEP = 16

/** The columns of a table: which, in which order, how wide, and by which it is sorted: each with a key. */
export function ColumnsDialog({ opened, onClose, ...rest }: ColumnsDialogProps) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} width={440}>
      <Columns {...rest} />
    </Dialog>
  )
}

function Columns({ columns, layout, onLayout, leftOut }: Omit<ColumnsDialogProps, keyof DialogPart>) {
  const list = useRef<HTMLUListElement>(null)
  const table = useColumnTable(columns, layout, onLayout)
  const all = table.getAllLeafColumns()
  const pressed = (event: KeyboardEvent, id: string, index: number) => {
    const to = event.altKey ? undefined : ({ ArrowUp: index - 1, ArrowDown: index + 1 } as const)[event.key]
    if (!changes(event, table, id) && to === undefined) return
    event.preventDefault()
    if (to !== undefined) list.current?.querySelectorAll<HTMLElement>('input').item(clamp(to, all.length)).focus()
  }
  return (
    <div className={styles.columns}>
      <ul ref={list} className={styles.list}>
        {all.map((column, index) => (
          <li key={column.id} className={styles.column}>
            <label className={styles.name}>
              <input
                type="checkbox"
                data-autofocus={index === 0 || undefined}
                checked={column.getIsVisible()}
                aria-disabled={!column.getCanHide() || undefined}
                onChange={() => column.toggleVisibility()}
                onKeyDown={event => pressed(event, column.id, index)}
              />
              {titleOf(columns, column.id)}
            </label>
            <span className={styles.sort}>{leftOut.has(column.id) ? text.noRoom : sortText(column.getIsSorted())}</span>
            <span className={styles.width}>
              {column.getCanHide() ? t(text.width, { count: column.getSize() }) : text.rest}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.keys}>
        {keys.map(([key, does]) => (
          <KeyHint key={key} face={key}>
            {does}
          </KeyHint>
        ))}
        <Button tone="bare" onClick={() => onLayout(ownLayout)}>
          {text.asTheyWere}
        </Button>
      </p>
    </div>
  )
}

const keys = [
  ['Space', text.keys.show],
  ['Alt+↑↓', text.keys.move],
  ['← →', text.keys.width],
  ['s', text.keys.sort],
] as const

/** Applies a key to a column. @returns false for a key that is none of theirs */
function changes({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, table: ColumnTable, id: string): boolean {
  const column = table.getColumn(id)
  if (column === undefined || ctrlKey || metaKey) return false
  if (altKey) {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[key]
    if (by !== undefined) moveColumn(table, id, by)
    return by !== undefined
  }
  const wider = ({ ArrowLeft: -WIDTH_STEP, ArrowRight: WIDTH_STEP } as const)[key]
  if (wider !== undefined && column.getCanHide()) resizeColumn(table, id, column.getSize() + wider)
  const sorts = key === 's' && column.getCanSort()
  if (sorts) column.toggleSorting()
  return sorts || wider !== undefined
}

function titleOf(columns: readonly DescribedColumn[], id: string): string {
  return columns.find(column => column.id === id)?.title ?? ''
}

function sortText(sorted: false | 'asc' | 'desc'): string {
  if (sorted === false) return ''
  return sorted === 'desc' ? text.sortedBack : text.sorted
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
