import { type KeyboardEvent, useRef } from 'react'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { KeyHint } from '../ui/key-hint'
import type { DialogPart } from '../ui/on-demand'
import {
  type ColumnLayout,
  inOrder,
  isShown,
  ownLayout,
  widthOf,
  withColumn,
  withNextSort,
  withPlace,
  withWidth,
} from './column-layout'
import styles from './columns-dialog.module.css'
import type { Column } from './sorted-rows'

const text = texts.columns

/** The part of a column that this dialog is about; what rows there are does not matter to it. */
export type DescribedColumn = Pick<Column<never>, 'id' | 'title' | 'width' | 'wide' | 'extra'> & {
  readonly sorts: boolean
}

export interface ColumnsDialogProps extends DialogPart {
  readonly columns: readonly DescribedColumn[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
}

const WIDTH_STEP = 16

/** Which columns a table has, in which order, how wide, and by which it is sorted: each with a key. */
export function ColumnsDialog({ opened, onClose, ...rest }: ColumnsDialogProps) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} width={440}>
      <Columns {...rest} />
    </Dialog>
  )
}

function Columns({ columns, layout, onLayout }: Omit<ColumnsDialogProps, keyof DialogPart>) {
  const list = useRef<HTMLUListElement>(null)
  const all = inOrder(columns, layout)
  const pressed = (event: KeyboardEvent, column: DescribedColumn, index: number) => {
    const next = layoutAfter(event, columns, column, layout)
    const to = event.altKey ? undefined : ({ ArrowUp: index - 1, ArrowDown: index + 1 } as const)[event.key]
    if (next === undefined && to === undefined) return
    event.preventDefault()
    if (next !== undefined) onLayout(next)
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
                checked={isShown(column, layout)}
                // Without what a row is about the others say nothing.
                aria-disabled={column.wide || undefined}
                onChange={event =>
                  column.wide || onLayout(withColumn(columns, layout, column.id, event.currentTarget.checked))
                }
                onKeyDown={event => pressed(event, column, index)}
              />
              {column.title}
            </label>
            <span className={styles.sort}>{sortWords(column, layout)}</span>
            <span className={styles.width}>
              {column.wide ? text.rest : t(text.width, { count: widthOf(column, layout) })}
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

/** What a key makes of the columns; undefined for one that is none of theirs. */
function layoutAfter(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  columns: readonly DescribedColumn[],
  column: DescribedColumn,
  layout: ColumnLayout,
): ColumnLayout | undefined {
  const { id, wide, sorts } = column
  if (ctrlKey || metaKey) return undefined
  if (altKey) {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[key]
    return by === undefined ? undefined : withPlace(columns, layout, id, by)
  }
  const wider = ({ ArrowLeft: -WIDTH_STEP, ArrowRight: WIDTH_STEP } as const)[key]
  if (wider !== undefined) return wide === true ? layout : withWidth(layout, id, widthOf(column, layout) + wider)
  return key === 's' && sorts ? withNextSort(layout, id) : undefined
}

function sortWords({ id }: DescribedColumn, { sort }: ColumnLayout): string {
  if (sort?.column !== id) return ''
  return sort.back ? text.sortedBack : text.sorted
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
