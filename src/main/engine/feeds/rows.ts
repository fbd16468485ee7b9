import { sameRow } from '../../../shared/contract/alert-rows'
import { MOST_ROWS } from '../../../shared/contract/alerts'
import type { AlertRow } from '../../../shared/contract/views'
import { byStart, urgencies } from '../../../shared/domain/alerts/facts'
import type { Millis } from '../../../shared/lib/time'

/** [FE7] Rows of all connections as one list, the newest first; the same rows always stand in the same order. */
export function mergeAlerts(lists: readonly (readonly AlertRow[])[]): readonly AlertRow[] {
  return lists.flat().sort((a, b) => byStart(a, b) || (a.id < b.id ? -1 : 1))
}

/** [FE13] At most MOST_ROWS, in the order in which they stand: where there are more, the loudest of them. */
export function firstAlerts(rows: readonly AlertRow[]): readonly AlertRow[] {
  if (rows.length <= MOST_ROWS) return rows
  const loudest = urgencies.flatMap(urgency => rows.filter(row => row.urgency === urgency))
  const first = new Set(loudest.slice(0, MOST_ROWS))
  return rows.filter(row => first.has(row))
}

/** Whether a poll brought nothing new; both in the order of `mergeAlerts`. Field by field: a storm has tens of thousands of rows, every few seconds. */
export function sameRows(before: readonly AlertRow[], now: readonly AlertRow[]): boolean {
  if (before.length !== now.length) return false
  return now.every((row, index) => {
    const other = before[index]
    return other !== undefined && sameRow(row, other)
  })
}

/** What happened, of all connections, the newest first. */
export function newestFirst<T extends { readonly id: string; readonly at: Millis }>(
  lists: readonly (readonly T[])[],
): readonly T[] {
  return lists.flat().sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}
