import type { AlertRow, Deploy } from '../../../shared/contract/views'

/** [FE7] Rows of all connections as one list, the newest first; the same rows always stand in the same order. */
export function mergeAlerts(lists: readonly (readonly AlertRow[])[]): readonly AlertRow[] {
  return lists.flat().sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1))
}

/** Whether a poll brought nothing new; both in the order of `mergeAlerts`. Field by field: a storm has tens of thousands of rows, every few seconds. */
export function sameRows(before: readonly AlertRow[], now: readonly AlertRow[]): boolean {
  if (before.length !== now.length) return false
  return now.every((row, index) => {
    const other = before[index]
    return other !== undefined && sameRow(row, other)
  })
}

function sameRow(a: AlertRow, b: AlertRow): boolean {
  return (
    a.id === b.id &&
    a.state === b.state &&
    a.title === b.title &&
    a.urgency === b.urgency &&
    a.service === b.service &&
    a.startedAt === b.startedAt &&
    a.url === b.url &&
    a.cause === b.cause &&
    a.origin === b.origin &&
    a.severity === b.severity &&
    a.hush === b.hush
  )
}

/** Deploys of all connections, the newest first. */
export function newestFirst(lists: readonly (readonly Deploy[])[]): readonly Deploy[] {
  return lists.flat().sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}
