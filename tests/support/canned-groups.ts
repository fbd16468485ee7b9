import { labelledBy } from '../../src/main/engine/alerts/labelled'
import { type AlertChangesPage, packAlerts } from '../../src/shared/contract/alert-list'
import type { AlertGroups } from '../../src/shared/contract/alerts'
import type { Input } from '../../src/shared/contract/calls'
import type { GroupPage, GroupPages } from '../../src/shared/contract/group-page'
import type { AlertRow } from '../../src/shared/contract/views'
import { byUrgency } from '../../src/shared/domain/alerts/group'
import { openAlertIndex } from '../../src/shared/domain/alerts/index-of-alerts'

/** The groups that an engine without rules or dependencies would tell of these rows. */
export function cannedGroups(rows: readonly AlertRow[]): AlertGroups {
  const index = openAlertIndex<AlertRow>({})
  index.apply({ put: rows.map(row => ({ row, clearedAt: null })), drop: [] })
  return { groups: [...index.groups()].sort(byUrgency), moreGroups: 0, open: rows.length, hiding: [], hiddenRows: {} }
}

/** All of these rows as the first answer of the list. */
export function cannedRows(rows: readonly AlertRow[]): AlertChangesPage {
  return {
    epoch: 'canned',
    anew: true,
    rows: packAlerts(rows.map((row, number) => ({ ...row, number }))),
    gone: [],
    upTo: rows.length,
    more: false,
  }
}

/** The first members of one of those groups. */
export function cannedPage(rows: readonly AlertRow[], { group, offset, limit }: Input<'alerts:group'>): GroupPage {
  const index = openAlertIndex<AlertRow>({})
  index.apply({ put: rows.map(row => ({ row, clearedAt: null })), drop: [] })
  const all = index.members(group).map(member => ({ ...member, firstSeen: member.row.startedAt }))
  return { members: all.slice(offset, offset + limit), total: all.length }
}

/** The open pages of some of those groups. */
export function cannedPages(rows: readonly AlertRow[], { groups }: Input<'alerts:pages'>): GroupPages {
  const index = openAlertIndex<AlertRow>({})
  index.apply({ put: rows.map(row => ({ row, clearedAt: null })), drop: [] })
  const all = groups.flatMap(group => index.members(group).map(({ row }) => row))
  const pages = all.filter(({ origin }) => origin === 'page')
  return { pages, others: all.length - pages.length }
}

/** What an engine finds by the labels of these rows, numbered as `cannedRows` tells them. */
export function cannedLabelled(rows: readonly AlertRow[], { words }: Input<'alerts:labelled'>) {
  const index = openAlertIndex<AlertRow>({})
  index.apply({ put: rows.map(row => ({ row, clearedAt: null })), drop: [] })
  const all = rows.map(({ id, labels }, number) => ({ number, labels, group: index.groupOf(id) }))
  return words.map(word => labelledBy(word, all))
}
