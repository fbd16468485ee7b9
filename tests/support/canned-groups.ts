import type { AlertGroups } from '../../src/shared/contract/alerts'
import type { AlertRow } from '../../src/shared/contract/views'
import { byUrgency } from '../../src/shared/domain/alerts/group'
import { openAlertIndex } from '../../src/shared/domain/alerts/index-of-alerts'

/** The groups that an engine without rules or dependencies would tell of these rows. */
export function cannedGroups(rows: readonly AlertRow[]): AlertGroups {
  const index = openAlertIndex<AlertRow>({})
  index.apply({ put: rows.map(row => ({ row, clearedAt: null })), drop: [] })
  return { groups: [...index.groups()].sort(byUrgency), moreGroups: 0, open: rows.length, hiding: [] }
}
