import {
  type FocusEvent,
  type FocusEventHandler,
  type KeyboardEvent,
  type PointerEventHandler,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import { useOpened } from '../../stores/use-command'
import type { Held, HeldRow } from '../../tables/held-order'
import { TableColumns } from '../../tables/table-columns'
import { VirtualTable, type VirtualTableProps } from '../../tables/virtual-table'
import { Key } from '../../ui/key'
import { TransCount } from '../../ui/trans'
import styles from './alerts-pane.module.css'
import { focusFirstRow, paneElement } from './first-row'
import { type SelectedRows, useSelectedRows } from './use-selected-rows'

type OfVirtualTable = 'name' | 'columns' | 'layout' | 'onLayout' | 'heightOf'

export interface AlertTableProps<Row> extends Pick<VirtualTableProps<Row>, OfVirtualTable> {
  /** Names the table together with what is above and below it. */
  readonly label: string
  /** Whether the order of the rows is held. The owner needs it too, to sort the rows. */
  readonly hold: Hold
  readonly held: Held<Row>
  /** A key pressed on a row that the table itself does not use. */
  readonly onRowKey: (event: KeyboardEvent, row: HeldRow<Row>, selection: SelectedRows<Row>) => void
  /** Content below the rows. `here`: the focused row. */
  readonly below: (here: Row | undefined, selection: SelectedRows<Row>) => ReactNode
}

/**
 * [AL9] A table of alerts, or of groups of them. Rows do not move while the user works on them, and new ones wait
 * behind a button; several can be selected.
 */
export function AlertTable<Row>({ label, hold, held, onRowKey, below, ...table }: AlertTableProps<Row>) {
  const { columns, layout, onLayout } = table
  const zone = useRef<HTMLFieldSetElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const selection = useSelectedRows(held.rows, hold.onSelecting)
  const { opened, close } = useOpened('alert-columns')
  useFocusInRows(zone, hold.take)
  return (
    <fieldset ref={zone} className={styles.zone} aria-label={label} {...hold.zone}>
      <NewRows count={held.waiting} onLetIn={hold.letIn} />
      <VirtualTable
        {...table}
        rows={held.rows}
        current={current}
        onCurrent={setCurrent}
        onRowKey={(event, row, index, go) => {
          if (selection.press(event, index, go) || hold.press(event)) return
          onRowKey(event, row, selection)
        }}
        onRowPress={selection.pressWithMouse}
        selected={selection.selected}
      />
      {below(held.rows.find(({ id }) => id === current)?.row, selection)}
      <TableColumns {...{ opened, columns, layout, onLayout, zone }} onClose={close} />
    </fieldset>
  )
}

/** How many new rows wait, and the button that shows them. */
function NewRows({ count, onLetIn }: { readonly count: number; readonly onLetIn: () => void }) {
  if (count === 0) return null
  return (
    <button type="button" className={styles.news} onClick={onLetIn}>
      <TransCount
        forms={texts.alerts.fresh}
        count={count}
        parts={{
          key: (
            <Key quiet of="alerts">
              {rowKeyOf.list.letIn}
            </Key>
          ),
        }}
      />
    </button>
  )
}

function useFocusInRows(zone: RefObject<HTMLElement | null>, take: number): void {
  // The pressed button is removed once it has shown the new rows.
  useEffect(() => {
    if (take > 0) zone.current?.querySelector<HTMLElement>('tbody tr[data-index="0"]')?.focus()
  }, [zone, take])
  // Keep keyboard focus when the row set is replaced; a focus that waited on the empty pane goes to the first rows.
  useLayoutEffect(() => {
    const rows = zone.current
    if (document.activeElement === paneElement()) focusFirstRow()
    return () => {
      if (rows?.contains(document.activeElement)) queueMicrotask(focusFirstRow)
    }
  }, [zone])
}

export interface Hold {
  /** The user works on the rows: none may move. */
  readonly held: boolean
  /** Counts how often the user asked to show the rows that wait. */
  readonly take: number
  readonly letIn: () => void
  /** Some rows are selected, or none any more. */
  readonly onSelecting: (some: boolean) => void
  /** Handles the key that shows new rows; true where it was that key. */
  readonly press: (event: KeyboardEvent) => boolean
  /** For the element around the rows. */
  readonly zone: {
    readonly onPointerEnter: PointerEventHandler
    readonly onPointerMove: () => void
    readonly onPointerDownCapture: () => void
    readonly onWheel: () => void
    readonly onKeyDownCapture: () => void
    readonly onPointerLeave: PointerEventHandler
    readonly onFocus: FocusEventHandler
    readonly onBlur: FocusEventHandler
  }
}

/** How long rows keep their place for a pointer or a focus that rests: somebody who went away must not miss what is new. */
const REST = 30_000

/** Whether nothing was done here for so long. `use`: something is. */
function useRest() {
  const [rests, setRests] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const use = useCallback(() => {
    setRests(false)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setRests(true), REST)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  return { rests, use }
}

/** [AL9] Rows do not move while the pointer or the keyboard works on them, or while some of them are selected. */
export function useHold(): Hold {
  const { rests, use } = useRest()
  const [selecting, onSelecting] = useState(false)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [take, setTake] = useState(0)
  const letIn = useCallback(() => setTake(count => count + 1), [])
  return {
    held: selecting || (!rests && (pointed || focused)),
    take,
    letIn,
    onSelecting,
    press(event) {
      if (event.key !== rowKeyOf.list.letIn || event.ctrlKey || event.metaKey || event.altKey) return false
      event.preventDefault()
      letIn()
      return true
    },
    zone: {
      onPointerEnter: () => {
        setPointed(true)
        use()
      },
      onPointerMove: use,
      onPointerDownCapture: use,
      onWheel: use,
      onKeyDownCapture: use,
      onPointerLeave: () => setPointed(false),
      onFocus: () => {
        setFocused(true)
        use()
      },
      onBlur: event => setFocused(staysHere(event)),
    },
  }
}

/** A dialog returns the focus to its row when it closes, so that row must still be there. */
function staysHere({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return currentTarget.contains(relatedTarget) || relatedTarget?.closest('[role="dialog"]') != null
}
