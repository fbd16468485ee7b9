import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { AlertRow } from '../../../shared/contract/views'
import { type HeldRow, useHeldOrder } from '../../tables/held-order'
import { type Column, useSortedRows } from '../../tables/sorted-rows'
import { SortedTable } from '../../tables/sorted-table'
import { Service, Since, Source, State, Title, Urgency } from './alert-cells'
import { byNewest, byUrgency } from './alert-order'
import styles from './alerts-pane.module.css'
import { PageHints } from './page-hints'
import { RowAction } from './row-action'

export interface AlertsTableProps {
  readonly rows: readonly AlertRow[]
  readonly onAct: (row: AlertRow) => void
  /** Any other key on a row that is still there. */
  readonly onKey: (event: KeyboardEvent, row: AlertRow) => void
}

const idOf = (row: AlertRow) => row.id

/** Rows stand still while somebody points at them or moves among them; what came meanwhile waits behind a button. */
export function AlertsTable({ rows, onAct, onKey }: AlertsTableProps) {
  const zone = useRef<HTMLFieldSetElement>(null)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [take, setTake] = useState(0)
  const [current, setCurrent] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(onAct), [onAct])
  const sorted = useSortedRows(columns, rows, idOf)
  const held = useHeldOrder(sorted, idOf, pointed || focused, take)
  const leave = (event: FocusEvent) => setFocused(staysHere(event))
  // The button that let the rows in is gone now; whoever pressed it goes on in the table.
  useEffect(() => {
    if (take > 0) zone.current?.querySelector<HTMLElement>('tbody tr')?.focus()
  }, [take])
  const pressed = (event: KeyboardEvent, { row, gone }: HeldRow<AlertRow>) => {
    if (gone) return
    if (event.key !== 'Enter') return onKey(event, row)
    event.preventDefault()
    onAct(row)
  }
  return (
    <fieldset
      ref={zone}
      className={styles.zone}
      aria-label="Alerts, content"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={leave}
    >
      {held.waiting > 0 && (
        <button type="button" className={styles.news} onClick={() => setTake(take + 1)}>
          {held.waiting} new
        </button>
      )}
      <SortedTable
        name="Alerts"
        columns={columns}
        rows={held.rows}
        current={current}
        onCurrent={setCurrent}
        onRowKey={pressed}
      />
      <PageHints />
    </fieldset>
  )
}

/** A dialog over the list gives the focus back to the row it is about, so that row must still be there then. */
function staysHere({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return currentTarget.contains(relatedTarget) || relatedTarget?.closest('[role="dialog"]') != null
}

function columnsOf(onAct: (row: AlertRow) => void): readonly Column<AlertRow>[] {
  return [
    { id: 'urgency', title: 'Urgency', cell: row => <Urgency urgency={row.urgency} />, order: byUrgency },
    { id: 'title', title: 'What', wide: true, cell: (row, { gone }) => <Title row={row} gone={gone} /> },
    { id: 'service', title: 'Service', minor: true, cell: row => <Service row={row} /> },
    { id: 'source', title: 'Source', minor: true, cell: row => <Source row={row} /> },
    { id: 'state', title: 'State', cell: row => <State state={row.state} hush={row.hush} /> },
    {
      id: 'since',
      title: 'Since',
      align: 'end',
      order: byNewest,
      cell: (row, { gone }) => (
        <span className={styles.since}>
          <Since at={row.startedAt} />
          {!gone && <RowAction row={row} onAct={onAct} />}
        </span>
      ),
    },
  ]
}
