import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Parsed } from '../../../shared/contract/calls'
import type { GroupMember, GroupPagerDutyIncidents, GroupSlice } from '../../../shared/contract/group-slice'
import { byStart, type StormAlert, urgencies } from '../../../shared/domain/alerts/facts'
import type { Millis } from '../../../shared/lib/time'
import type { AlertIndex } from './index-of-alerts'
import type { Suppressed } from './suppressed'

/** [AL10] The open pages of groups, and how many other alerts are open there. What a rule hides is not among them. */
export function pagerDutyIncidentsOfGroups(
  index: AlertIndex<AlertRow>,
  suppressed: Pick<Suppressed, 'ruleOf'>,
  groups: readonly string[],
): GroupPagerDutyIncidents {
  const pagerDutyIncidents: AlertRow[] = []
  let others = 0
  for (const group of new Set(groups)) {
    for (const { row, clearedAt } of index.members(group)) {
      if (clearedAt !== null || suppressed.ruleOf(row.id) !== undefined) continue
      if (row.origin === 'page') pagerDutyIncidents.push(row)
      else others += 1
    }
  }
  return { pages: pagerDutyIncidents, others }
}

/** One page of a group: open members first, the loudest and newest of them on top. */
export function sliceOfGroup(
  members: readonly StormAlert<AlertRow>[],
  { offset, limit }: Parsed<'alerts:group'>,
  firstSeen: (row: AlertRow) => Millis | null,
): GroupSlice {
  const page = [...members].sort(byWeight).slice(offset, offset + limit)
  const told = page.map(({ row, clearedAt }): GroupMember => ({ row, clearedAt, firstSeen: firstSeen(row) }))
  return { members: told, total: members.length }
}

function byWeight(a: StormAlert<AlertRow>, b: StormAlert<AlertRow>): number {
  return (
    Number(a.clearedAt !== null) - Number(b.clearedAt !== null) ||
    urgencies.indexOf(a.row.urgency) - urgencies.indexOf(b.row.urgency) ||
    byStart(a.row, b.row) ||
    (a.row.id < b.row.id ? -1 : 1)
  )
}
