import { type KeyboardEvent, useMemo, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { rowKeyOf } from '../../commands/row-keys'
import { type Held, type HeldRow, useHeldOrder } from '../../tables/held-order'
import { VirtualTable } from '../../tables/virtual-table'
import { KeyHint } from '../../ui/key-hint'
import { alertColumns } from './alert-columns'
import { AlertStrip } from './alert-strip'
import { ListZone } from './list-zone'
import { useRowHeights } from './pagerduty/action-status'
import { pagerDutyActions } from './pagerduty/actions'
import { RowSelection } from './selection-bar'
import type { AlertActions } from './use-alert-actions'
import type { AlertView } from './use-alert-view'
import { useHold } from './use-hold'
import { useSelectedRows } from './use-selected-rows'

const text = texts.alerts.hints

/** The keys of a row: those of a page, then those of the list. */
function ListHints({ row }: { readonly row: AlertRow | undefined }) {
  const paged = row?.origin === 'page'
  const hints = [
    ...(paged ? Object.entries(pagerDutyActions).map(([key, ask]) => [key, text[ask]]) : []),
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

export interface AlertListProps {
  readonly view: AlertView
  readonly actions: AlertActions
  /** A key that the list itself does not use; the alert where it was pressed on one. */
  readonly onKey: (event: KeyboardEvent, row: AlertRow | null) => void
}

const idOf = (row: ListedAlert) => row.id

/** Rows keep their places while somebody points at them or moves among them; new alerts wait behind a button. */
export function AlertsTable({ view, actions, onKey }: AlertListProps) {
  const { rows, layout, onLayout, all } = view
  const { link: onAct, linkAll, bulk } = actions
  const { acknowledge: onAcknowledge } = bulk
  // While the rest of a storm is on its way the rows are not whole: once it is here it is let in, also into held rows.
  const whole = view.missing === 0
  const [current, setCurrent] = useState<string | null>(null)
  const columns = useMemo(() => alertColumns(onAct), [onAct])
  const [selecting, setSelecting] = useState(false)
  const hold = useHold(selecting)
  const take = JSON.stringify([hold.take, view.text, layout.sort, whole])
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
      return void linkAll(chosen)
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
            onLink={() => void linkAll(chosen)}
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
