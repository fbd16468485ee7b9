import { newestFirst } from '../../../shared/domain/alerts/facts'
import { type AlertGroup, groupsByUrgency } from '../../../shared/domain/alerts/group'
import { texts } from '../../../shared/texts/texts'
import type { Column } from '../../tables/sorted-rows'
import { GroupCountCell, GroupSeenCell, GroupTitleCell, GroupUrgencyCell } from './group-cells'
import type { GroupLine } from './group-lines'
import { groupTitleText } from './group-text'

const titles = texts.alerts.columns

const byWeight = (group: AlertGroup) => ({ critical: 0, high: 1, low: 2 })[group.urgency]

/** What the groups themselves are sorted by; their members follow them. */
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

/** As the engine tells them. */
export const groupPriority = groupsByUrgency

/** Sorting is of groups: these only say that it can be done. */
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
