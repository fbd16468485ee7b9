import { type KeyboardEvent, useMemo, useState } from 'react'
import type { AlertRow } from '../../../shared/contract/views'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { useBoard } from '../../stores/cockpit'
import { type HeldRow, useHeldOrder } from '../../tables/held-order'
import type { Column } from '../../tables/sorted-rows'
import { SortedTable } from '../../tables/sorted-table'
import { Key } from '../../ui/key'
import styles from './alerts-pane.module.css'
import { Count, Loud, Seen, What } from './group-cells'
import { type GroupLine, groupLines, lineId } from './group-lines'
import hints from './page-standing.module.css'
import { useOpenedGroups } from './use-opened-groups'

export interface GroupsTableProps {
  readonly onAct: (row: AlertRow) => void
  readonly onHide: (group: AlertGroup) => void
  /** Any other key; the alert where it was pressed on one. */
  readonly onKey: (event: KeyboardEvent, row: AlertRow | null) => void
}

const columns: readonly Column<GroupLine>[] = [
  { id: 'urgency', title: 'Urgency', cell: line => <Loud line={line} /> },
  { id: 'what', title: 'What', wide: true, cell: line => <What line={line} /> },
  { id: 'count', title: 'Alerts', cell: line => <Count line={line} /> },
  { id: 'seen', title: 'First – last', align: 'end', cell: line => <Seen line={line} /> },
]

/** A storm as groups: Enter or the right arrow opens one, the left arrow closes it, x hides it. */
export function GroupsTable({ onAct, onHide, onKey }: GroupsTableProps) {
  const { groups, moreGroups } = useBoard(board => board.alertGroups)
  const { pages, open, close, more } = useOpenedGroups(groups)
  const [focused, setFocused] = useState(false)
  const [take, setTake] = useState(0)
  const [current, setCurrent] = useState<string | null>(null)
  const lines = useMemo(() => groupLines(groups, pages), [groups, pages])
  const held = useHeldOrder(groups, groupId, focused, take)
  const shown = useMemo(
    () =>
      groupLines(
        held.rows.map(({ row }) => row),
        pages,
      ),
    [held.rows, pages],
  )
  const here = useMemo(() => new Set(lines.map(lineId)), [lines])
  const pressed = (event: KeyboardEvent, { row: line, gone }: HeldRow<GroupLine>) => {
    if (gone || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOf(event.key, line)
    if (act === undefined) return onKey(event, line.kind === 'member' ? line.member.row : null)
    event.preventDefault()
    if (act === 'open' && line.kind === 'group') open(line.group.id)
    if (act === 'close' && line.kind === 'group') close(line.group.id)
    if (act === 'hide' && line.kind === 'group') onHide(line.group)
    if (act === 'more' && line.kind === 'rest') more(line.group)
    if (act === 'take' && line.kind === 'member') onAct(line.member.row)
  }
  return (
    <fieldset
      className={styles.zone}
      aria-label="Groups of alerts"
      onFocus={() => setFocused(true)}
      onBlur={event => setFocused(event.currentTarget.contains(event.relatedTarget))}
    >
      {held.waiting > 0 && (
        <button type="button" className={styles.news} onClick={() => setTake(take + 1)}>
          {held.waiting} new
        </button>
      )}
      <SortedTable
        name="Groups of alerts"
        columns={columns}
        rows={shown.map(row => ({ id: lineId(row), row, gone: !here.has(lineId(row)) }))}
        current={current}
        onCurrent={setCurrent}
        onRowKey={pressed}
      />
      <p className={hints.hints}>
        <span>
          <Key>↵</Key> open
        </span>
        <span>
          <Key>x</Key> hide as noise
        </span>
      </p>
      {moreGroups > 0 && <p className={styles.beyond}>{moreGroups} more groups, all quieter than these.</p>}
    </fieldset>
  )
}

const groupId = (group: AlertGroup) => group.id

/** [AL6] What a key does with a line; undefined where it is none of the list's. */
function actOf(key: string, line: GroupLine): 'open' | 'close' | 'hide' | 'more' | 'take' | undefined {
  if (line.kind === 'group') {
    if (key === 'Enter') return line.opened ? 'close' : 'open'
    return ({ ArrowRight: 'open', ArrowLeft: 'close', x: 'hide' } as const)[key]
  }
  if (key !== 'Enter') return undefined
  return line.kind === 'rest' ? 'more' : 'take'
}
