import { type KeyboardEvent, useMemo, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { rowKeyOf } from '../../commands/row-keys'
import type { ColumnLayout } from '../../tables/column-layout'
import { type Held, type HeldRow, useHeldOrder } from '../../tables/held-order'
import { VirtualTable } from '../../tables/virtual-table'
import { KeyHint } from '../../ui/key-hint'
import { alertColumns } from './alert-columns'
import { AlertStrip } from './alert-strip'
import { ListZone } from './list-zone'
import { pageAsks } from './page-acts'
import { useRowHeights } from './page-standing'
import { RowSelection } from './selection-bar'
import { useHold } from './use-hold'
import { useSelectedRows } from './use-selected-rows'

const text = texts.alerts.hints

/** The keys of a row: those of a page, then those of the list. */
function ListHints({ row }: { readonly row: AlertRow | undefined }) {
  const paged = row?.origin === 'page'
  const hints = [
    ...(paged ? Object.entries(pageAsks).map(([key, ask]) => [key, text[ask]]) : []),
    [rowKeyOf.row.known, text.details],
    [text.space, text.select],
    [keyOf('alert-filter'), text.filter],
    [rowKeyOf.list.hide, text.hide],
    [keyOf('alert-columns'), text.columns],
  ]
  return hints.map(([key = '', does]) => (
    <KeyHint key={key} face={key}>
      {does}
    </KeyHint>
  ))
}

export interface AlertsTableProps {
  /** In their order. */
  readonly rows: readonly ListedAlert[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  /** Every open alert, those that are not shown too. */
  readonly all: readonly ListedAlert[]
  /** False while the rest of a storm is on its way: once it is here it is let in, whoever holds the rows. */
  readonly whole: boolean
  /** What the rows were chosen by. */
  readonly chosenBy: string
  readonly onAct: (row: ListedAlert) => void
  /** Any other key on a row that is still there. */
  readonly onKey: (event: KeyboardEvent, row: ListedAlert) => void
  /** Acknowledges all the pages among the selected rows. */
  readonly onAcknowledge: (rows: readonly ListedAlert[]) => void
  /** Links all the selected rows, or declares an incident from them. */
  readonly onActAll: (rows: readonly ListedAlert[]) => void
}

const idOf = (row: ListedAlert) => row.id

/** Rows stand still while somebody points at them or moves among them; what came meanwhile waits behind a button. */
export function AlertsTable({
  rows,
  layout,
  onLayout,
  all,
  whole,
  chosenBy,
  onAct,
  onKey,
  onAcknowledge,
  onActAll,
}: AlertsTableProps) {
  const [current, setCurrent] = useState<string | null>(null)
  const columns = useMemo(() => alertColumns(onAct), [onAct])
  const [selecting, setSelecting] = useState(false)
  const hold = useHold(selecting)
  const take = JSON.stringify([hold.take, chosenBy, layout.sort, whole])
  const held = useStillOpen(useHeldOrder(rows, idOf, hold.held, take), all)
  const { selected, press, pressWithMouse, chosen, clear } = useSelectedRows(held.rows, setSelecting)
  const heightOf = useRowHeights()
  const here = held.rows.find(({ id }) => id === current)
  const pressed = (
    event: KeyboardEvent,
    { row, gone }: HeldRow<ListedAlert>,
    index: number,
    go: (index: number) => void,
  ) => {
    if (press(event, index, go) || hold.press(event)) return
    if (event.key === rowKeyOf.list.acknowledge && selected.size > 0) {
      event.preventDefault()
      return onAcknowledge(chosen)
    }
    if (event.key === rowKeyOf.row.take && selected.size > 0) {
      event.preventDefault()
      return onActAll(chosen)
    }
    if (gone) return
    if (event.key !== rowKeyOf.row.take) return onKey(event, row)
    event.preventDefault()
    onAct(row)
  }
  return (
    <ListZone
      name={t(texts.ui.content, { pane: texts.panes.alerts })}
      hold={hold}
      waiting={held.waiting}
      columns={columns}
      layout={layout}
      onLayout={onLayout}
    >
      <VirtualTable
        name={texts.panes.alerts}
        columns={columns}
        rows={held.rows}
        current={current}
        onCurrent={setCurrent}
        onRowKey={pressed}
        onRowPress={pressWithMouse}
        selected={selected}
        heightOf={heightOf}
        layout={layout}
        onLayout={onLayout}
      />
      <AlertStrip row={here?.row} always={selected.size > 0}>
        {selected.size > 0 ? (
          <RowSelection
            rows={chosen}
            count={selected.size}
            onAcknowledge={() => onAcknowledge(chosen)}
            onLink={() => onActAll(chosen)}
            onClear={clear}
          />
        ) : (
          <ListHints row={here?.row} />
        )}
      </AlertStrip>
    </ListZone>
  )
}

/** A row that stands still although it no longer fits has not cleared for that. */
function useStillOpen(held: Held<ListedAlert>, all: readonly ListedAlert[]): Held<ListedAlert> {
  return useMemo(() => {
    if (!held.rows.some(({ gone }) => gone)) return held
    const open = new Map(all.map(row => [row.id, row]))
    const rows = held.rows.map(each => {
      const row = each.gone ? open.get(each.id) : undefined
      return row === undefined ? each : { id: each.id, row, gone: false }
    })
    return { ...held, rows }
  }, [held, all])
}
