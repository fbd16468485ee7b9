import { openAlertIndex } from '../../src/main/engine/alerts/index-of-alerts'
import { labelledBy } from '../../src/main/engine/alerts/labelled'
import type { WholeAlert } from '../../src/shared/contract/alert-about'
import { type AlertChangesSlice, packAlerts } from '../../src/shared/contract/alert-list'
import { type FirstAlerts, type FirstAlertsQuestion, firstAlerts } from '../../src/shared/contract/alert-questions'
import type { AlertRow } from '../../src/shared/contract/alert-rows'
import { MOST_ROWS, type OpenAlerts } from '../../src/shared/contract/alerts'
import type { Input } from '../../src/shared/contract/calls'
import type { GroupPagerDutyIncidents, GroupSlice } from '../../src/shared/contract/group-slice'
import { groupsByUrgency } from '../../src/shared/domain/alerts/group'

/** What an engine without rules or dependencies would tell of these rows. */
export function cannedAlerts(rows: readonly AlertRow[]): OpenAlerts {
  const index = openAlertIndex<AlertRow>({})
  index.apply({ put: rows.map(row => ({ row, clearedAt: null })), drop: [] })
  revision += 1
  return {
    ...{ revision, open: rows.length, firing: rows.filter(({ state }) => state === 'firing').length, moreGroups: 0 },
    ...{ first: cannedFirst(rows, { order: 'loudest', limit: MOST_ROWS }).rows, hiding: [] },
    groups: [...index.groups()].sort(groupsByUrgency),
  }
}

let revision = 0

/** The first of these rows. */
export function cannedFirst(rows: readonly AlertRow[], question: FirstAlertsQuestion): FirstAlerts {
  return firstAlerts(rows, question, () => false)
}

/** One of these rows with what is openable of it. */
export function cannedAlert(rows: readonly AlertRow[], { alert }: Input<'alerts:read'>): WholeAlert | null {
  const row = rows.find(({ id }) => id === alert)
  return row === undefined ? null : { ...row, url: row.url?.startsWith('https://') ? row.url : null, about: null }
}

/** All of these rows as the first answer of the list. */
export function cannedRows(rows: readonly AlertRow[]): AlertChangesSlice {
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
export function cannedPage(rows: readonly AlertRow[], { group, offset, limit }: Input<'alerts:group'>): GroupSlice {
  const index = openAlertIndex<AlertRow>({})
  index.apply({ put: rows.map(row => ({ row, clearedAt: null })), drop: [] })
  const all = index.members(group).map(member => ({ ...member, firstSeen: member.row.startedAt }))
  return { members: all.slice(offset, offset + limit), total: all.length }
}

/** The open pages of some of those groups. */
export function cannedPages(rows: readonly AlertRow[], { groups }: Input<'alerts:pages'>): GroupPagerDutyIncidents {
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
