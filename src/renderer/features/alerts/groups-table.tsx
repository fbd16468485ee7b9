import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { AlertRow } from '../../../shared/contract/views'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useBoard } from '../../stores/cockpit'
import { useOpened } from '../../stores/use-opened'
import { type HeldRow, useHeldOrder } from '../../tables/held-order'
import { useKeptLayout } from '../../tables/kept-layout'
import { useSortedRows } from '../../tables/sorted-rows'
import { TableColumns } from '../../tables/table-columns'
import { VirtualTable } from '../../tables/virtual-table'
import { Key } from '../../ui/key'
import { AlertStrip } from './alert-strip'
import styles from './alerts-pane.module.css'
import { groupOrders, lineColumns, ownGroupOrder } from './group-columns'
import { type GroupLine, groupLines, lineId } from './group-lines'
import { NewRows } from './new-rows'
import { LET_IN_KEY, useHold } from './use-hold'
import { useOpenedGroups } from './use-opened-groups'

const text = words.alerts

export interface GroupsTableProps {
  /** What the groups were chosen by. */
  readonly chosenBy: string
  /** Only groups that fit are shown; undefined: all. */
  readonly fits: ((group: AlertGroup) => boolean) | undefined
  readonly onAct: (row: AlertRow) => void
  readonly onHide: (group: AlertGroup) => void
  /** Any other key; the alert where it was pressed on one. */
  readonly onKey: (event: KeyboardEvent, row: AlertRow | null) => void
}

const groupId = (group: AlertGroup) => group.id

/** A storm as groups: Enter or the right arrow opens one, the left arrow closes it, x hides it. */
export function GroupsTable({ chosenBy, fits, onAct, onHide, onKey }: GroupsTableProps) {
  const { groups, moreGroups } = useBoard(board => board.alertGroups)
  const { opened, open, close, more } = useOpenedGroups(groups)
  const zone = useRef<HTMLFieldSetElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [layout, setLayout] = useKeptLayout('alert-groups')
  const found = useMemo(() => (fits === undefined ? groups : groups.filter(fits)), [groups, fits])
  const sorted = useSortedRows(found, groupOrders, layout.sort, ownGroupOrder)
  const hold = useHold()
  const held = useHeldOrder(sorted, groupId, hold.held, JSON.stringify([hold.take, chosenBy, layout.sort]))
  const columnsOpened = useOpened('alert-columns')
  const columns = useMemo(() => lineColumns(more), [more])
  const lines = useMemo(() => linesOf(held.rows, opened), [held.rows, opened])
  const here = lines.find(({ id }) => id === current)?.row
  useEffect(() => {
    if (hold.take > 0) zone.current?.querySelector<HTMLElement>('tbody tr[data-index="0"]')?.focus()
  }, [hold.take])
  const pressed = (event: KeyboardEvent, { row: line, gone }: HeldRow<GroupLine>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = event.key === LET_IN_KEY ? 'let-in' : actOf(event.key, line)
    if (act === undefined || (gone && act !== 'let-in')) {
      return gone ? undefined : onKey(event, line.kind === 'member' ? line.member.row : null)
    }
    event.preventDefault()
    if (act === 'let-in') hold.letIn()
    if (act === 'open' && line.kind === 'group') open(line.group.id)
    if (act === 'close' && line.kind === 'group') close(line.group.id)
    if (act === 'hide' && line.kind === 'group') onHide(line.group)
    if (act === 'take' && line.kind === 'member') onAct(line.member.row)
  }
  return (
    <fieldset ref={zone} className={styles.zone} aria-label={text.groupsName} {...hold.zone}>
      <NewRows count={held.waiting} onLetIn={hold.letIn} />
      <VirtualTable
        name={text.groupsName}
        columns={columns}
        rows={lines}
        current={current}
        onCurrent={setCurrent}
        onRowKey={pressed}
        layout={layout}
        onLayout={setLayout}
      />
      {moreGroups > 0 && <p className={styles.beyond}>{sayCount(text.groups.quieter, moreGroups)}</p>}
      <AlertStrip
        row={here?.kind === 'member' ? here.member.row : undefined}
        group={here?.kind === 'group' && here.opened ? here.group : undefined}
      >
        {hints.map(([key, does]) => (
          <span key={key}>
            <Key>{key}</Key> {does}
          </span>
        ))}
      </AlertStrip>
      <TableColumns
        opened={columnsOpened.opened}
        onClose={columnsOpened.close}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
      />
    </fieldset>
  )
}

const hints = [
  ['↵', text.hints.open],
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

/** [AL6] What a key does with a line; undefined where it is none of the list's. */
function actOf(key: string, line: GroupLine): 'open' | 'close' | 'hide' | 'take' | undefined {
  if (line.kind === 'group') {
    if (key === 'Enter') return line.opened ? 'close' : 'open'
    return ({ ArrowRight: 'open', ArrowLeft: 'close', x: 'hide' } as const)[key]
  }
  return key === 'Enter' && line.kind === 'member' ? 'take' : undefined
}
