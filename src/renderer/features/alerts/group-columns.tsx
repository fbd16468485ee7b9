import { useEffect } from 'react'
import { newestFirst } from '../../../shared/domain/alerts/facts'
import { type AlertGroup, groupsByUrgency } from '../../../shared/domain/alerts/group'
import type { Millis } from '../../../shared/lib/time'
import { numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { Column } from '../../tables/sorted-rows'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { Trans } from '../../ui/trans'
import { SinceCell, StateCell, TitleCell, UrgencyCell } from './alert-cells'
import styles from './alerts-pane.module.css'
import type { GroupLine } from './group-lines'
import { groupTitleText } from './group-text'

const text = texts.alerts.groups

const titles = texts.alerts.columns

const byWeight = (group: AlertGroup) => ({ critical: 0, high: 1, low: 2 })[group.urgency]

/** Sort orders of the groups; their members follow them. */
export const groupOrders: readonly Column<AlertGroup>[] = [
  { id: 'urgency', title: '', width: 0, cell: () => null, order: (a, b) => byWeight(a) - byWeight(b) },
  {
    id: 'what',
    title: '',
    width: 0,
    cell: () => null,
    order: (a, b) => (groupTitleText(a.title) < groupTitleText(b.title) ? -1 : 1),
  },
  { id: 'count', title: '', width: 0, cell: () => null, order: (a, b) => b.things - a.things },
  { id: 'seen', title: '', width: 0, cell: () => null, order: (a, b) => newestFirst(a.lastSeen, b.lastSeen) },
]

/** The engine's order. */
export const groupPriority = groupsByUrgency

/** Groups are sorted by `groupOrders`; here it only marks the column as sortable. */
const sortable = { order: () => 0 }

export function groupLineColumns(onMore: (group: string) => void): readonly Column<GroupLine>[] {
  return [
    {
      id: 'urgency',
      title: titles.urgency,
      width: 88,
      narrow: 34,
      cell: line => <GroupUrgencyCell line={line} />,
      ...sortable,
    },
    {
      id: 'what',
      title: titles.title,
      width: 0,
      wide: true,
      cell: line => <GroupTitleCell line={line} onMore={onMore} />,
      ...sortable,
    },
    { id: 'count', title: titles.count, width: 104, cell: line => <GroupCountCell line={line} />, ...sortable },
    {
      id: 'seen',
      title: titles.seen,
      width: 112,
      align: 'end',
      cell: line => <GroupSeenCell line={line} />,
      ...sortable,
    },
  ]
}

/** The title of a line. */
function GroupTitleCell({ line, onMore }: { readonly line: GroupLine; readonly onMore: (group: string) => void }) {
  if (line.kind === 'rest') return <Rest line={line} onMore={onMore} />
  if (line.kind === 'member') {
    const { row, clearedAt } = line.member
    return (
      <span className={styles.member}>
        <TitleCell row={row} gone={clearedAt !== null} />
      </span>
    )
  }
  const { group, opened } = line
  const title = groupTitleText(group.title)
  return (
    <span className={styles.group}>
      <span className={styles.groupMark} aria-hidden="true" data-opened={opened || undefined}>
        {'▸'}
      </span>
      <span className={styles.groupTitle} data-title title={title}>
        {title}
      </span>
    </span>
  )
}

/** [RF1] Members not loaded yet: they are read as soon as their line is near enough to be drawn. */
function Rest({
  line,
  onMore,
}: {
  readonly line: GroupLine & { kind: 'rest' }
  readonly onMore: (group: string) => void
}) {
  const { group, read, count, fault } = line
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next, while the line is in sight
  useEffect(() => {
    // After a fault the user has to retry: a line that retries by itself would never stop.
    if (fault === null) onMore(group)
  }, [group, read, onMore])
  if (fault !== null) return <FaultNote fault={fault} onAgain={() => onMore(group)} />
  return <span className={styles.rest}>{tCount(text.rest, count)}</span>
}

function GroupUrgencyCell({ line }: { readonly line: GroupLine }) {
  if (line.kind === 'rest') return null
  if (line.kind === 'group') return <UrgencyCell urgency={line.group.urgency} source={null} />
  return <UrgencyCell urgency={line.member.row.urgency} source={line.member.row.connection} />
}

/** How many things are in a group, by state. */
function GroupCountCell({ line }: { readonly line: GroupLine }) {
  if (line.kind === 'group')
    return (
      <span className={styles.count} title={countWords(line.group)}>
        {countWords(line.group)}
      </span>
    )
  if (line.kind === 'member' && line.member.clearedAt === null)
    return <StateCell state={line.member.row.state} source={line.member.row.connection} />
  return null
}

function countWords({ things, states }: AlertGroup): string {
  const told = (['acknowledged', 'pending', 'suppressed', 'cleared'] as const)
    .filter(state => states[state] > 0)
    .map(state => tCount(text.states[state], states[state]))
  return [numberText(things), ...told].join(' · ')
}

/** When a group started, and when something last happened in it. */
function GroupSeenCell({ line }: { readonly line: GroupLine }) {
  const clock = useClockFace()
  if (line.kind === 'rest') return null
  if (line.kind === 'member') return <SinceCell at={line.member.row.startedAt} />
  const { firstSeen, lastSeen } = line.group
  const told = (at: Millis | null) => (at === null ? texts.alerts.unknown : clock.full(at))
  const clocks = t(text.spanAbout, { first: told(firstSeen), last: told(lastSeen) })
  return (
    <span className={styles.seen} title={clocks}>
      <Trans text={text.span} parts={{ first: <SinceCell at={firstSeen} />, last: <SinceCell at={lastSeen} /> }} />
    </span>
  )
}
