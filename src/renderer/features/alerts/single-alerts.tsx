import { type KeyboardEvent, useMemo } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { rowKeyOf } from '../../commands/row-keys'
import { type Held, type HeldRow, useHeldOrder } from '../../tables/held-order'
import { KeyHint } from '../../ui/key-hint'
import { alertColumns } from './alert-columns'
import { AlertStrip, RowSelection } from './alert-strip'
import { AlertTable, useHold } from './alert-table'
import { useRowHeights } from './pagerduty/action-status'
import { pagerDutyActions } from './pagerduty/actions'
import type { AlertActions } from './use-alert-actions'
import type { AlertView } from './use-alert-view'
import type { SelectedRows } from './use-selected-rows'

const text = texts.alerts.hints

/** The keys of a row: those of a PagerDuty incident, then those of the list. */
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
    <KeyHint key={key} face={key} of="alerts">
      {does}
    </KeyHint>
  ))
}

export interface AlertListProps {
  readonly view: AlertView
  readonly actions: AlertActions
  /** A key that the list itself does not use, with the alert that it was pressed on, if any. */
  readonly onKey: (event: KeyboardEvent, row: AlertRow | null) => void
}

const idOf = (row: ListedAlert) => row.id

/** The alerts one by one. */
export function SingleAlerts({ view, actions, onKey }: AlertListProps) {
  const { rows, layout, onLayout, all } = view
  const { link: onAct, linkAll, bulk } = actions
  const { acknowledge: onAcknowledge } = bulk
  // Until all rows of a storm are loaded the list is not held: the rest is shown at once when it arrives.
  const whole = view.missing === 0
  const columns = useMemo(() => alertColumns(onAct), [onAct])
  const hold = useHold()
  const take = JSON.stringify([hold.take, view.text, layout.sort, whole])
  const held = useStillOpen(useHeldOrder(rows, idOf, hold.held, take), all)
  const heightOf = useRowHeights()
  const pressed = (event: KeyboardEvent, { row, gone }: HeldRow<ListedAlert>, selection: SelectedRows<ListedAlert>) => {
    const act = rowAction(event.key, selection.selected.size > 0, gone)
    if (act === undefined) return gone ? undefined : onKey(event, row)
    event.preventDefault()
    if (act === 'acknowledge') onAcknowledge(selection.chosen)
    if (act === 'link all') void linkAll(selection.chosen)
    if (act === 'link') onAct(row)
  }
  const below = (here: ListedAlert | undefined, { selected, chosen, clear }: SelectedRows<ListedAlert>) => (
    <AlertStrip row={here} always={selected.size > 0}>
      {selected.size > 0 ? (
        <RowSelection
          rows={chosen}
          count={selected.size}
          onAcknowledge={() => onAcknowledge(chosen)}
          onLink={() => void linkAll(chosen)}
          onClear={clear}
        />
      ) : (
        <ListHints row={here} />
      )}
    </AlertStrip>
  )
  const name = texts.panes.alerts
  const label = t(texts.ui.content, { pane: name })
  return <AlertTable {...{ name, label, columns, layout, onLayout, heightOf, hold, held, below }} onRowKey={pressed} />
}

/** What a key does with a row, or with all selected rows; undefined if it is none of the list's. */
function rowAction(key: string, selecting: boolean, gone: boolean): 'acknowledge' | 'link' | 'link all' | undefined {
  if (key === rowKeyOf.list.acknowledge && selecting) return 'acknowledge'
  if (key !== rowKeyOf.row.take) return undefined
  if (selecting) return 'link all'
  return gone ? undefined : 'link'
}

/** A held row that the filter no longer matches is still open. */
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
