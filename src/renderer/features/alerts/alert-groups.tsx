import { type KeyboardEvent, useMemo } from 'react'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import { useBoard } from '../../stores/cockpit'
import type { ColumnLayout } from '../../tables/column-layout'
import { type HeldRow, useHeldOrder } from '../../tables/held-order'
import { useSortedRows } from '../../tables/sorted-rows'
import { useStoredLayout } from '../../tables/stored-layout'
import { ROW_HEIGHT } from '../../tables/table-row'
import { Key } from '../../ui/key'
import { KeyHint } from '../../ui/key-hint'
import { Trans, TransCount } from '../../ui/trans'
import { AlertStrip, SelectionBar } from './alert-strip'
import { AlertTable, type Hold, useHold } from './alert-table'
import styles from './alerts-pane.module.css'
import { groupLineColumns, groupOrders, groupPriority } from './group-columns'
import { type GroupLine, groupLines, lineAction, lineId, useOpenedGroups } from './group-lines'
import { useRowHeights } from './pagerduty/action-status'
import type { AlertListProps } from './single-alerts'
import type { AlertView } from './use-alert-view'
import type { SelectedRows } from './use-selected-rows'

const text = texts.alerts

const groupId = (group: AlertGroup) => group.id

/**
 * A storm as groups: Enter or the right arrow opens one, the left arrow closes it, x suppresses it, k acknowledges it.
 */
export function AlertGroups({ view, actions, onKey }: AlertListProps) {
  const [layout, onLayout] = useStoredLayout('alert-groups')
  const hold = useHold()
  const { held, columns, open, close } = useGroupLines(view, layout, hold)
  const heightOf = useLineHeights()
  const acknowledge = (these: readonly GroupLine[]) => actions.bulk.acknowledgeIn(groupsOf(these), alertsOf(these))
  const pressed = (event: KeyboardEvent, row: HeldRow<GroupLine>, { selected, chosen }: SelectedRows<GroupLine>) => {
    const { row: line, gone } = row
    const act = lineAction(event, row, selected.size > 0)
    if (act === undefined) return gone ? undefined : onKey(event, line.kind === 'member' ? line.member.row : null)
    event.preventDefault()
    if (act === 'acknowledge') acknowledge(selected.size > 0 ? chosen : [line])
    if (act === 'open' && line.kind === 'group') open(line.group.id)
    if (act === 'close' && line.kind === 'group') close(line.group.id)
    if (act === 'suppress' && line.kind === 'group') actions.suppressingGroup.open(line.group)
    if (act === 'declare' && line.kind === 'member') actions.link(line.member.row)
  }
  const below = (here: GroupLine | undefined, { selected, chosen, clear }: SelectedRows<GroupLine>) => (
    <>
      <QuieterGroups />
      <AlertStrip
        row={here?.kind === 'member' ? here.member.row : undefined}
        group={here?.kind === 'group' && here.opened ? here.group : undefined}
        always={selected.size > 0}
      >
        {selected.size > 0 ? (
          <SelectionBar
            count={selected.size}
            does={
              <Trans
                text={text.selection.acknowledgeIn}
                parts={{
                  key: (
                    <Key quiet of="alerts">
                      k
                    </Key>
                  ),
                }}
              />
            }
            onAcknowledge={() => acknowledge(chosen)}
            onClear={clear}
          />
        ) : (
          <GroupHints />
        )}
      </AlertStrip>
    </>
  )
  const name = text.groupsName
  return (
    <AlertTable {...{ name, label: name, columns, layout, onLayout, heightOf, hold, held, below }} onRowKey={pressed} />
  )
}

/** The matching groups and the members of the opened ones, in an order that does not change while the list is held. */
function useGroupLines(view: AlertView, { sort }: ColumnLayout, hold: Hold) {
  const fits = view.fitsGroup
  const groups = useBoard(board => board.alerts.groups)
  const { opened, open, close, more } = useOpenedGroups(groups)
  const found = useMemo(() => (fits === undefined ? groups : groups.filter(fits)), [groups, fits])
  const sorted = useSortedRows(found, groupOrders, sort, groupPriority)
  const held = useHeldOrder(sorted, groupId, hold.held, JSON.stringify([hold.take, view.text, sort]))
  const columns = useMemo(() => groupLineColumns(more), [more])
  const lines = useMemo(() => linesOf(held.rows, opened), [held.rows, opened])
  return { held: { rows: lines, waiting: held.waiting }, columns, open, close }
}

/** Number of groups too quiet for this list, and the key that shows their alerts. */
function QuieterGroups() {
  const count = useBoard(board => board.alerts.moreGroups)
  if (count === 0) return null
  return (
    <p className={styles.beyond}>
      <TransCount
        forms={text.groups.quieter}
        count={count}
        parts={{
          key: (
            <Key quiet of="alerts">
              {rowKeyOf.list.groups}
            </Key>
          ),
        }}
      />
    </p>
  )
}

function GroupHints() {
  return hints.map(([key, does]) => (
    <KeyHint key={key} face={key ?? ''} of="alerts">
      {does}
    </KeyHint>
  ))
}

const groupsOf = (lines: readonly GroupLine[]) => lines.flatMap(line => (line.kind === 'group' ? [line.group.id] : []))

const alertsOf = (lines: readonly GroupLine[]) =>
  lines.flatMap(line => (line.kind === 'member' && line.member.clearedAt === null ? [line.member.row] : []))

const hints = [
  ['↵', text.hints.open],
  [text.hints.space, text.hints.select],
  ['k', text.hints.acknowledgeGroup],
  ['x', text.hints.hideGroup],
  ['S', text.hints.filter],
  ['g', text.hints.toSingle],
] as const

/** A group that has left while the order is held is marked, and so are its members. */
function linesOf(
  groups: readonly HeldRow<AlertGroup>[],
  opened: Parameters<typeof groupLines>[1],
): readonly HeldRow<GroupLine>[] {
  return groups.flatMap(({ row, gone }) =>
    groupLines([row], opened).map(line => ({ id: lineId(line), row: line, gone })),
  )
}

/** Members that are PagerDuty incidents get higher as they do in the list of single alerts. */
function useLineHeights(): ((line: GroupLine) => number) | undefined {
  const heightOf = useRowHeights()
  return useMemo(
    () => heightOf && (line => (line.kind === 'member' ? heightOf(line.member.row) : ROW_HEIGHT)),
    [heightOf],
  )
}
