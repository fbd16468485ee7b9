import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import { useOpened } from '../../stores/use-command'
import type { ColumnLayout } from '../../tables/column-layout'
import type { Column } from '../../tables/sorted-rows'
import { TableColumns } from '../../tables/table-columns'
import { Key } from '../../ui/key'
import { TransCount } from '../../ui/trans'
import styles from './alerts-pane.module.css'
import { focusFirstRow, paneElement } from './first-row'
import type { Hold } from './use-hold'

/** How many rows wait while the others stand still; a press lets them in. */
function NewRows({ count, onLetIn }: { readonly count: number; readonly onLetIn: () => void }) {
  if (count === 0) return null
  return (
    <button type="button" className={styles.news} onClick={onLetIn}>
      <TransCount forms={texts.alerts.fresh} count={count} parts={{ key: <Key quiet>{rowKeyOf.list.letIn}</Key> }} />
    </button>
  )
}

export interface ListZoneProps<Row> {
  readonly name: string
  readonly hold: Hold
  /** How many rows have come that are not shown yet. */
  readonly waiting: number
  readonly columns: readonly Column<Row>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  /** The table, and what stands below it. */
  readonly children: ReactNode
}

/** [AL9] A list whose rows stand still: what came meanwhile waits above it, and its columns are chosen with a key. */
export function ListZone<Row>({ name, hold, waiting, columns, layout, onLayout, children }: ListZoneProps<Row>) {
  const zone = useRef<HTMLFieldSetElement>(null)
  const { opened, close } = useOpened('alert-columns')
  // The button that let the rows in is gone now; whoever pressed it goes on in the table.
  useEffect(() => {
    if (hold.take > 0) zone.current?.querySelector<HTMLElement>('tbody tr[data-index="0"]')?.focus()
  }, [hold.take])
  // Keep keyboard focus when the row set is replaced; a focus that waited on the empty pane goes to the first rows.
  useLayoutEffect(() => {
    const rows = zone.current
    if (document.activeElement === paneElement()) focusFirstRow()
    return () => {
      if (rows?.contains(document.activeElement)) queueMicrotask(focusFirstRow)
    }
  }, [])
  return (
    <fieldset ref={zone} className={styles.zone} aria-label={name} {...hold.zone}>
      <NewRows count={waiting} onLetIn={hold.letIn} />
      {children}
      <TableColumns opened={opened} onClose={close} columns={columns} layout={layout} onLayout={onLayout} />
    </fieldset>
  )
}
