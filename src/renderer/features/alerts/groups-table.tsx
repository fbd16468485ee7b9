import { type KeyboardEvent, useMemo, useState } from 'react'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import { useBoard } from '../../stores/cockpit'
import type { ColumnLayout } from '../../tables/column-layout'
import { type HeldRow, useHeldOrder } from '../../tables/held-order'
import { useKeptLayout } from '../../tables/kept-layout'
import { useSortedRows } from '../../tables/sorted-rows'
import { ROW_HEIGHT } from '../../tables/table-row'
import { VirtualTable } from '../../tables/virtual-table'
import { Key } from '../../ui/key'
import { KeyHint } from '../../ui/key-hint'
import { Trans, TransCount } from '../../ui/trans'
import { AlertStrip } from './alert-strip'
import styles from './alerts-pane.module.css'
import type { AlertListProps } from './alerts-table'
import { groupLineColumns, groupOrders, groupPriority } from './group-columns'
import { type GroupLine, groupLines, lineAction, lineId } from './group-lines'
import { ListZone } from './list-zone'
import { useRowHeights } from './pagerduty/action-status'
import { SelectionBar } from './selection-bar'
import type { AlertView } from './use-alert-view'
import { type Hold, useHold } from './use-hold'
import { useOpenedGroups } from './use-opened-groups'
import { useSelectedRows } from './use-selected-rows'

const text = texts.alerts

const groupId = (group: AlertGroup) => group.id

/** A storm as groups: Enter or the right arrow opens one, the left arrow closes it, x suppresses it, k acknowledges it. */
export function GroupsTable({ view, actions, onKey }: AlertListProps) {
  const [current, setCurrent] = useState<string | null>(null)
  const [layout, setLayout] = useKeptLayout('alert-groups')
  const [selecting, setSelecting] = useState(false)
  const hold = useHold(selecting)
  const { lines, waiting, columns, open, close } = useGroupLines(view, layout, hold)
  const { selected, press, pressWithMouse, chosen, clear } = useSelectedRows(lines, setSelecting)
  const heightOf = useLineHeights()
  const here = lines.find(({ id }) => id === current)?.row
  const acknowledge = (these: readonly GroupLine[]) => actions.bulk.acknowledgeIn(groupsOf(these), alertsOf(these))
  const pressed = (event: KeyboardEvent, held: HeldRow<GroupLine>, index: number, go: (index: number) => void) => {
    if (press(event, index, go) || hold.press(event)) return
    const { row: line, gone } = held
    const act = lineAction(event, held, selected.size > 0)
    if (act === undefined) return gone ? undefined : onKey(event, line.kind === 'member' ? line.member.row : null)
    event.preventDefault()
    if (act === 'acknowledge') acknowledge(selected.size > 0 ? chosen : [line])
    if (act === 'open' && line.kind === 'group') open(line.group.id)
    if (act === 'close' && line.kind === 'group') close(line.group.id)
    if (act === 'suppress' && line.kind === 'group') actions.suppressingGroup.open(line.group)
    if (act === 'declare' && line.kind === 'member') actions.link(line.member.row)
  }
  return (
    <ListZone
      name={text.groupsName}
      hold={hold}
      waiting={waiting}
      columns={columns}
      layout={layout}
      onLayout={setLayout}
    >
      <VirtualTable
        name={text.groupsName}
        columns={columns}
        rows={lines}
        current={current}
        onCurrent={setCurrent}
        onRowKey={pressed}
        onRowPress={pressWithMouse}
        selected={selected}
        heightOf={heightOf}
        layout={layout}
        onLayout={setLayout}
      />
      <QuieterGroups />
      <AlertStrip
        row={here?.kind === 'member' ? here.member.row : undefined}
        group={here?.kind === 'group' && here.opened ? here.group : undefined}
        always={selected.size > 0}
      >
        {selected.size > 0 ? (
          <SelectionBar
            count={selected.size}
            does={<Trans text={text.selection.acknowledgeIn} parts={{ key: <Key quiet>k</Key> }} />}
            onAcknowledge={() => acknowledge(chosen)}
            onClear={clear}
          />
        ) : (
          <GroupHints />
        )}
      </AlertStrip>
    </ListZone>
  )
}

/** The groups that fit and the members of those that are open, in an order that stays while the list is held. */
function useGroupLines(view: AlertView, { sort }: ColumnLayout, hold: Hold) {
  const fits = view.fitsGroup
  const groups = useBoard(board => board.alerts.groups)
  const { opened, open, close, more } = useOpenedGroups(groups)
  const found = useMemo(() => (fits === undefined ? groups : groups.filter(fits)), [groups, fits])
  const sorted = useSortedRows(found, groupOrders, sort, groupPriority)
  const held = useHeldOrder(sorted, groupId, hold.held, JSON.stringify([hold.take, view.text, sort]))
  const columns = useMemo(() => groupLineColumns(more), [more])
  const lines = useMemo(() => linesOf(held.rows, opened), [held.rows, opened])
  return { lines, waiting: held.waiting, columns, open, close }
}

/** How many groups are too quiet for this list, and the key that shows their alerts. */
function QuieterGroups() {
  const count = useBoard(board => board.alerts.moreGroups)
  if (count === 0) return null
  return (
    <p className={styles.beyond}>
      <TransCount forms={text.groups.quieter} count={count} parts={{ key: <Key quiet>{rowKeyOf.list.groups}</Key> }} />
    </p>
  )
}

function GroupHints() {
  return hints.map(([key, does]) => (
    <KeyHint key={key} face={key ?? ''}>
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

/** A group that went while the groups stand still is marked, and so is what stands below it. */
function linesOf(
  groups: readonly HeldRow<AlertGroup>[],
  opened: Parameters<typeof groupLines>[1],
): readonly HeldRow<GroupLine>[] {
  return groups.flatMap(({ row, gone }) =>
    groupLines([row], opened).map(line => ({ id: lineId(line), row: line, gone })),
  )
}

/** Members that are pages grow as they do in the list of single alerts. */
function useLineHeights(): ((line: GroupLine) => number) | undefined {
  const heightOf = useRowHeights()
  return useMemo(
    () => heightOf && (line => (line.kind === 'member' ? heightOf(line.member.row) : ROW_HEIGHT)),
    [heightOf],
  )
}
